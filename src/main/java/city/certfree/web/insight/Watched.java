package city.certfree.web.insight;

import city.certfree.audit.AccessRecord;
import io.micronaut.http.HttpRequest;
import io.opentelemetry.api.trace.Span;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is noted of one request while it is answered: when it came, its trace, and which use it turned out to be. */
final class Watched {
    private static final String KEY = "certfree.watched";

    private final long begun = System.nanoTime();
    private volatile Optional<AccessRecord> use = Optional.empty();
    private @Nullable Trace trace;
    private volatile @Nullable Span span;

    /** What was noted of a request so far; from now on, if nothing was. */
    static Watched of(HttpRequest<?> request) {
        return request.getAttribute(KEY).map(Watched.class::cast).orElseGet(() -> begin(request));
    }

    /** Begins to watch a request. */
    static Watched begin(HttpRequest<?> request) {
        var watched = new Watched();
        request.setAttribute(KEY, watched);
        return watched;
    }

    /** Nanoseconds since the request came. */
    long elapsed() {
        return System.nanoTime() - begun;
    }

    /**
     * The request's trace.
     *
     * @param first says which it is, when nobody has asked before
     */
    synchronized Trace trace(Supplier<Trace> first) {
        var known = trace;
        if (known == null) {
            known = first.get();
            trace = known;
        }
        return known;
    }

    void span(Span begunNow) {
        span = begunNow;
    }

    /** The request's span; empty when traces are off. */
    Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    void was(AccessRecord recorded) {
        use = Optional.of(recorded);
    }

    /** The last use that was recorded for the request; empty when there was none. */
    Optional<AccessRecord> use() {
        return use;
    }
}
