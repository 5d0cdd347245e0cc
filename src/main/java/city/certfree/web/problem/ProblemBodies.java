package city.certfree.web.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gives the framework's own refusals (no such route, method, media type, size) the form of problems. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ProblemBodies implements ErrorResponseProcessor<ProblemDocument> {
    private final Problems problems;

    ProblemBodies(Problems problems) {
        this.problems = problems;
    }

    @Override
    public MutableHttpResponse<ProblemDocument> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var problem = problems.response(context.getRequest(), ProblemException.of(code(context, response.code())));
        response.getHeaders().forEachValue((name, value) -> {
            if (name.equalsIgnoreCase("Allow")) {
                problem.header(name, value);
            }
        });
        return problem;
    }

    private static ProblemCode code(ErrorContext context, int status) {
        return switch (context.getRootCause().orElseGet(() -> unreadable(context.getRequest()))) {
            case UnsatisfiedRouteException _ -> ProblemCode.MALFORMED_JSON;
            case TooLongHttpHeaderException _ -> ProblemCode.HEADERS_TOO_LARGE;
            case TooLongHttpLineException _ -> ProblemCode.ADDRESS_TOO_LONG;
            case null, default -> code(status);
        };
    }

    /** Why the head of a request could not be read, which the framework does not pass on; null if it could. */
    private static @Nullable Throwable unreadable(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? netty.getNativeRequest().decoderResult().cause()
                : null;
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 401 -> ProblemCode.NOT_SIGNED_IN;
            case 403 -> ProblemCode.ROLE_FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.MEDIA_TYPE_UNSUPPORTED;
            case 503 -> ProblemCode.OVERLOADED;
            default -> status < 500 ? ProblemCode.INVALID_VALUE : ProblemCode.INTERNAL_ERROR;
        };
    }
}
