package city.certfree.web.problem;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Transactions.Overloaded;
import city.certfree.kernel.Transactions.StorageUnavailable;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps what the code throws to problems. A fault is logged here, once, and without any input; the log adds the trace. */
@Factory
final class ErrorHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Problems problems;

    ErrorHandlers(Problems problems) {
        this.problems = problems;
    }

    @Singleton
    ExceptionHandler<ProblemException, HttpResponse<?>> problem() {
        return problems::response;
    }

    /** A value in the path that cannot be one of ours names nothing. */
    @Singleton
    ExceptionHandler<InvalidValue, HttpResponse<?>> invalidValue() {
        return (request, e) -> problems.response(
                request, new ProblemException(ProblemCode.INVALID_VALUE, e.rule(), List.of(), Map.of()));
    }

    @Singleton
    ExceptionHandler<StorageUnavailable, HttpResponse<?>> storageUnavailable() {
        return (request, e) -> {
            LOG.warn("storage unavailable: {}", cause(e));
            return problems.response(request, ProblemException.until(ProblemCode.STORAGE_UNAVAILABLE, SOON));
        };
    }

    @Singleton
    ExceptionHandler<Overloaded, HttpResponse<?>> overloaded() {
        return (request, e) -> problems.response(request, ProblemException.until(ProblemCode.OVERLOADED, SOON));
    }

    @Singleton
    ExceptionHandler<Throwable, HttpResponse<?>> fault() {
        return (request, e) -> {
            LOG.error("{} failed: {}", request.getMethodName(), cause(e), withoutMessages(e));
            return problems.response(request, ProblemException.of(ProblemCode.INTERNAL_ERROR));
        };
    }

    private static String cause(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getName();
    }

    /** Where it failed, and not with what: messages of libraries quote values. */
    private static Throwable withoutMessages(Throwable e) {
        var bare = new Throwable(e.getClass().getName());
        bare.setStackTrace(e.getStackTrace());
        if (e.getCause() != null) {
            bare.initCause(withoutMessages(e.getCause()));
        }
        return bare;
    }
}
