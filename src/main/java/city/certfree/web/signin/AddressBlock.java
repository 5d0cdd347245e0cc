package city.certfree.web.signin;

import java.net.InetAddress;

/**
 * A block of network addresses.
 *
 * @param network an address of it
 * @param prefixBits how many leading bits its addresses share: 0 to 32, or to 128 of IPv6
 */
record AddressBlock(InetAddress network, int prefixBits) {
    AddressBlock {
        if (prefixBits < 0 || prefixBits > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("an address block has no more leading bits than an address");
        }
    }

    /**
     * Reads CIDR notation (RFC 4632, section 3.1), or a single address.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return new AddressBlock(
                network,
                slash < 0 ? network.getAddress().length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
