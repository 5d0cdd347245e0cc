/** Checks that the evidence is whole: every record against its leaf, every leaf and node against the signed checkpoints. */
@NullMarked
package city.certfree.audit.check;

import org.jspecify.annotations.NullMarked;
