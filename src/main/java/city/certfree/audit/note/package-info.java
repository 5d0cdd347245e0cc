/** The open text forms of the evidence log: C2SP signed-note, tlog-checkpoint and tlog-proof. Pure. */
@NullMarked
package city.certfree.audit.note;

import org.jspecify.annotations.NullMarked;
