package city.certfree.cli.bench.http;

/** Searching bytes. */
final class Bytes {
    private Bytes() {}

    /** Where these bytes stand first between two places; negative: nowhere. */
    static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
        byte first = wanted[0];
        for (int at = from; at <= to - wanted.length; at++) {
            if (bytes[at] == first && matches(bytes, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
