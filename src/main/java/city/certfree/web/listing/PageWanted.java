package city.certfree.web.listing;

import city.certfree.kernel.Sha256;
import city.certfree.web.input.QueryParameters;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Which page of which list a caller wants. A cursor names the last element that the caller has seen, so that it stays good
 * when the list changes, and the list, so that it is good for no other.
 *
 * @param list the list with all that narrows it or sets its order
 * @param limit 1 to 200
 * @param after the key of the last element seen; empty: from the beginning
 */
public record PageWanted(String list, int limit, String after) {
    private static final int LENGTH_MARK = 8;
    private static final int LONGEST_CURSOR = 256;

    /**
     * Reads the parameters {@code limit} and {@code cursor}.
     *
     * @param filter what narrows the list or sets its order; equal filters have the same text
     * @throws ProblemException {@code invalid-value} or {@code cursor-invalid}
     */
    public static PageWanted of(QueryParameters parameters, Record filter) {
        var list = filter.toString();
        var after = parameters.text("cursor").map(cursor -> read(cursor, list)).orElse("");
        return new PageWanted(list, parameters.limit(), after);
    }

    String cursorAfter(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        var cursor = ByteBuffer.allocate(LENGTH_MARK + bytes.length)
                .put(mark(list))
                .put(bytes)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private static String read(String cursor, String list) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (cursor.length() <= LONGEST_CURSOR
                    && bytes.length > LENGTH_MARK
                    && Arrays.equals(Arrays.copyOf(bytes, LENGTH_MARK), mark(list))) {
                return new String(bytes, LENGTH_MARK, bytes.length - LENGTH_MARK, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException notBase64) {
            // Answered as every other cursor that is none.
        }
        throw ProblemException.of(ProblemCode.CURSOR_INVALID, "?cursor", "a cursor is what a list gave as nextCursor");
    }

    private static byte[] mark(String list) {
        return Arrays.copyOf(Sha256.of(list.getBytes(StandardCharsets.UTF_8)).toBytes(), LENGTH_MARK);
    }
}
