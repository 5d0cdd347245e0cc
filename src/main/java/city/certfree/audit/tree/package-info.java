/** The Merkle tree of RFC 6962: nodes, proofs and tiles. Pure: nothing here knows what a leaf stands for. */
@NullMarked
package city.certfree.audit.tree;

import org.jspecify.annotations.NullMarked;
