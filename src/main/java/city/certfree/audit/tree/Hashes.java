package city.certfree.audit.tree;

import city.certfree.kernel.Sha256;

/** How the tree hashes (RFC 6962, section 2.1): leaves and nodes differ by a prefix, so that neither passes for the other. */
public final class Hashes {
    private static final byte[] LEAF = {0x00};
    private static final byte[] NODE = {0x01};

    /** The root of the tree without leaves. */
    public static final Sha256 EMPTY = Sha256.of();

    private Hashes() {}

    /** The hash of a leaf with this entry. */
    public static Sha256 leaf(byte[] entry) {
        return Sha256.of(LEAF, entry);
    }

    /** The hash of a node over two subtrees. */
    public static Sha256 node(Sha256 left, Sha256 right) {
        return Sha256.of(NODE, left.toBytes(), right.toBytes());
    }
}
