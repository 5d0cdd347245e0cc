package city.certfree.web.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;

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
        if (context.getRootCause().orElse(null) instanceof UnsatisfiedRouteException) {
            return ProblemCode.MALFORMED_JSON;
        }
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
