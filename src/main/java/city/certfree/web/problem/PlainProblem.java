package city.certfree.web.problem;

import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;

/** A problem without details whose document is made beforehand, for what is refused before the framework sees it. */
public final class PlainProblem {
    /** Of its documents. */
    public static final String MEDIA_TYPE = Problems.PROBLEM_JSON.getName();

    /** Stands where a trace does. */
    static final String NO_TRACE = "0".repeat(32);

    private final String language;
    private final byte[] document;
    private final int traceAt;
    private final Counter counter;

    /**
     * @param document JSON with {@link #NO_TRACE}
     * @param counter of the problems of its code
     */
    PlainProblem(String language, String document, Counter counter) {
        this.language = language;
        this.document = document.getBytes(StandardCharsets.UTF_8);
        this.traceAt = document.substring(0, document.indexOf(NO_TRACE)).getBytes(StandardCharsets.UTF_8).length;
        this.counter = counter;
    }

    /** The language tag of its texts. */
    public String language() {
        return language;
    }

    /**
     * The document for one request, which is counted.
     *
     * @param trace 32 hexadecimal digits
     */
    public byte[] body(String trace) {
        counter.increment();
        byte[] body = document.clone();
        System.arraycopy(trace.getBytes(StandardCharsets.US_ASCII), 0, body, traceAt, NO_TRACE.length());
        return body;
    }
}
