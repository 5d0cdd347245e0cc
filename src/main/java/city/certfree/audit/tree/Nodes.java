package city.certfree.audit.tree;

import city.certfree.kernel.Sha256;

/** The nodes of a tree whose subtrees are complete: all that a proof needs. */
public interface Nodes {
    /**
     * The hash of a complete subtree.
     *
     * @param level its height: it has 2^level leaves; 0 is a leaf's own hash
     * @param index its place among those of its level, from the left, from 0
     * @throws IllegalArgumentException if the tree has not grown so far
     */
    Sha256 node(int level, long index);
}
