package city.certfree.token;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed statuses, by the vectors of the draft, and compressed bytes that are not such. */
class StatusBitsTest {
    private static final Path VECTORS = Path.of("src/test/resources/vectors/status-list/encodings.json");
    private static final byte[] SOME = {(byte) 0b1100_1001, 0b0100_0100, (byte) 0b1111_1001};

    @TestFactory
    Stream<DynamicTest> readsTheVectorsOfTheDraft() throws IOException {
        var vectors = StrictJson.object(Files.readAllBytes(VECTORS));
        assertEquals(6, vectors.size());
        return vectors.entrySet().stream()
                .map(vector -> dynamicTest(vector.getKey(), () -> check((Map<?, ?>) vector.getValue())));
    }

    private static void check(Map<?, ?> vector) {
        var statuses = (Map<?, ?>) requireNonNull(vector.get("statuses"));
        long bits = (long) requireNonNull(vector.get("bits"));
        var lst = (String) requireNonNull(vector.get("lst"));
        var list = StatusBits.inflated(bits, Base64Url.decode(lst)).orElseThrow();
        for (int i = 0; i < list.size(); i++) {
            long expected = statuses.get(String.valueOf(i)) instanceof Long status ? status : 0;
            assertEquals(expected, (int) list.get(i).orElseThrow());
        }
        assertEquals(Optional.of(list), StatusBits.inflated(list.bits(), list.deflated()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 12, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE})
    void t02_saysNothingOfAnIndexThatIsNotInTheList(long index) {
        assertEquals(Optional.empty(), StatusBits.of(2, SOME).get(index));
        assertEquals(Optional.of(3), StatusBits.of(2, SOME).get(11));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 5, 16, -1, (1L << 32) | 3})
    void t02_knowsOneTwoFourAndEightBitsOnly(long bits) {
        assertEquals(Optional.empty(), StatusBits.inflated(bits, zlib(SOME)));
        assertThrows(IllegalArgumentException.class, () -> StatusBits.of((int) bits, SOME));
    }

    @Test
    void t03_unpacksABombNoFurtherThanTheLargestList() {
        var largest = new byte[StatusBits.MAX_BYTES];
        assertTrue(StatusBits.inflated(8, zlib(largest)).isPresent());
        assertEquals(Optional.empty(), StatusBits.inflated(8, zlib(new byte[StatusBits.MAX_BYTES + 1])));
        assertEquals(Optional.empty(), StatusBits.inflated(1, bomb()));
    }

    @Test
    void t03_readsExactlyOneZlibStream() {
        byte[] good = zlib(SOME);
        assertTrue(StatusBits.inflated(2, good).isPresent());

        assertEquals(Optional.empty(), StatusBits.inflated(2, Arrays.copyOf(good, good.length + 1)), "garbage behind");
        assertEquals(Optional.empty(), StatusBits.inflated(2, joined(good, good)), "a second stream behind");
        for (int length = 0; length < good.length; length++) {
            assertEquals(Optional.empty(), StatusBits.inflated(2, Arrays.copyOf(good, length)), "cut short");
        }
        byte[] changed = good.clone();
        changed[good.length - 1] ^= 1;
        assertEquals(Optional.empty(), StatusBits.inflated(2, changed), "a wrong checksum");
        assertEquals(Optional.empty(), StatusBits.inflated(2, zlib(new byte[0])), "nothing at all");
    }

    @Test
    void t03_readsNeitherRawDeflateNorGzipNorADictionary() throws IOException {
        assertEquals(Optional.empty(), StatusBits.inflated(2, deflated(SOME, true)));
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(SOME);
        }
        assertEquals(Optional.empty(), StatusBits.inflated(2, gzip.toByteArray()));
        var deflater = new Deflater();
        deflater.setDictionary(SOME);
        deflater.setInput(SOME);
        deflater.finish();
        byte[] block = new byte[100];
        int length = deflater.deflate(block);
        assertEquals(Optional.empty(), StatusBits.inflated(2, Arrays.copyOf(block, length)));
        deflater.end();
    }

    @Test
    void tellsListsApart() {
        assertEquals(StatusBits.of(2, SOME), StatusBits.of(2, SOME.clone()));
        assertEquals(
                StatusBits.of(2, SOME).hashCode(),
                StatusBits.of(2, SOME.clone()).hashCode());
        assertFalse(StatusBits.of(2, SOME).equals(StatusBits.of(1, SOME)));
        assertFalse(StatusBits.of(2, SOME).equals(StatusBits.of(2, new byte[3])));
        assertEquals("StatusBits[12 x 2]", StatusBits.of(2, SOME).toString());
    }

    /** Some hundred kilobytes that unpack to 256 MiB. */
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                out.write(zeros);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zlib(byte[] plain) {
        return deflated(plain, false);
    }

    private static byte[] deflated(byte[] plain, boolean raw) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        deflater.end();
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
