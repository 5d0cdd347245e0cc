package city.certfree.web.insight;

import city.certfree.kernel.RandomId;
import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to (W3C Trace Context): the caller's own, or one that begins here. By its id a problem
 * document, a line of the log and a span are found from one another.
 *
 * @param id 32 hexadecimal digits in lower case, not all zero
 * @param parent the caller's span: 16 hexadecimal digits; empty: the trace begins here
 * @param sampled whether the caller keeps it; false when it begins here
 */
public record Trace(String id, String parent, boolean sampled) {
    private static final String HEADER = "traceparent";
    private static final int SAMPLED = 1;

    /** Section 3.2: version, trace id, parent id, flags; what a later version adds comes after another hyphen. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** Of a request: found out at the first call, and then the same whoever asks. */
    public static Trace of(HttpRequest<?> request) {
        return Watched.of(request).trace(() -> read(request).orElseGet(Trace::begun));
    }

    /**
     * Of a request that is refused before anybody else sees it.
     *
     * @param headers each {@code traceparent} that it has
     */
    public static Trace of(List<String> headers) {
        return read(headers).orElseGet(Trace::begun);
    }

    /** What the caller says of it; empty when it says nothing, says it twice, or not in the form. */
    static Optional<Trace> read(HttpRequest<?> request) {
        return read(request.getHeaders().getAll(HEADER));
    }

    private static Optional<Trace> read(List<String> headers) {
        return headers.size() == 1 ? parse(headers.getFirst()) : Optional.empty();
    }

    /** Reads a {@code traceparent}; empty when it is malformed. */
    static Optional<Trace> parse(String header) {
        var form = FORM.matcher(header);
        if (!form.matches() || (form.group(5) != null && form.group(1).equals("00"))) {
            return Optional.empty();
        }
        boolean sampled = (HexFormat.fromHexDigits(form.group(4)) & SAMPLED) != 0;
        return Optional.of(new Trace(form.group(2), form.group(3), sampled));
    }

    private static Trace begun() {
        return new Trace(HexFormat.of().formatHex(RandomId.next().toBytes()), "", false);
    }
}
