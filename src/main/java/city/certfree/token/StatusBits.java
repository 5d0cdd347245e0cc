package city.certfree.token;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The statuses of many tokens, 1, 2, 4 or 8 bits each, counted from the least significant bit of the first byte (Token Status
 * List, section 4). Written as ZLIB (RFC 1950) and read as nothing else.
 */
public final class StatusBits {
    /** 2^20 entries of 8 bits: no list is larger, whatever its few compressed bytes say. */
    static final int MAX_BYTES = 1 << 20;

    private static final Set<Long> SIZES = Set.of(1L, 2L, 4L, 8L);
    private static final int BLOCK = 1 << 14;

    private final int bits;
    private final byte[] packed;

    private StatusBits(int bits, byte[] packed) {
        this.bits = bits;
        this.packed = packed;
    }

    /**
     * Statuses that are packed already.
     *
     * @param bits 1, 2, 4 or 8
     */
    public static StatusBits of(int bits, byte[] packed) {
        if (!SIZES.contains((long) bits) || packed.length == 0 || packed.length > MAX_BYTES) {
            throw new IllegalArgumentException("a status list has 1, 2, 4 or 8 bits an entry, and at most 2^20 bytes");
        }
        return new StatusBits(bits, packed.clone());
    }

    /**
     * Reads what a stranger compressed.
     *
     * @param bits as the stranger says
     * @return empty when the bits are no such number, or the bytes are not exactly one ZLIB stream of 1 to 2^20 bytes: a raw
     *     DEFLATE stream, one that asks for a dictionary, is cut short, has a wrong checksum, unpacks to more, or is followed
     *     by anything
     */
    public static Optional<StatusBits> inflated(long bits, byte[] zlib) {
        if (!SIZES.contains(bits)) {
            return Optional.empty();
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(zlib);
            byte[] packed = inflated(inflater);
            boolean whole = inflater.finished() && inflater.getRemaining() == 0 && packed.length > 0;
            return whole ? Optional.of(new StatusBits((int) bits, packed)) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /** As far as it goes, and no further than the largest list. */
    private static byte[] inflated(Inflater inflater) throws DataFormatException {
        var packed = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        while (packed.size() <= MAX_BYTES) {
            int read = inflater.inflate(block);
            if (read == 0) {
                return packed.toByteArray();
            }
            packed.write(block, 0, read);
        }
        throw new DataFormatException("larger than any list");
    }

    public int bits() {
        return bits;
    }

    /** How many entries there are. */
    public int size() {
        return packed.length * (Byte.SIZE / bits);
    }

    /** The status of an entry; empty when the list does not reach so far. */
    public Optional<Integer> get(long index) {
        if (index < 0 || index >= size()) {
            return Optional.empty();
        }
        int perByte = Byte.SIZE / bits;
        int shift = (int) (index % perByte) * bits;
        return Optional.of((packed[(int) (index / perByte)] >> shift) & ((1 << bits) - 1));
    }

    /** As ZLIB, as small as it gets. */
    public byte[] deflated() {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(packed);
            deflater.finish();
            var zlib = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK];
            while (!deflater.finished()) {
                zlib.write(block, 0, deflater.deflate(block));
            }
            return zlib.toByteArray();
        } finally {
            deflater.end();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusBits that && bits == that.bits && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return "StatusBits[" + size() + " x " + bits + "]";
    }
}
