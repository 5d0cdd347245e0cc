package city.certfree.token;

import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.fuzz.FuzzTarget;
import java.util.Arrays;

/** The compressed part of a status list; the first byte says how many bits an entry has. */
class StatusListFuzz extends FuzzTarget {
    private static final int MOST_BYTES = 1 << 20;

    @Override
    protected void take(byte[] input) {
        if (input.length > 0) {
            byte[] zlib = Arrays.copyOfRange(input, 1, input.length);
            StatusBits.inflated(input[0], zlib)
                    .ifPresent(bits -> assertTrue(bits.size() > 0 && bits.size() <= 8L * MOST_BYTES));
        }
    }
}
