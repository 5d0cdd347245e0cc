package city.certfree.web.input;

import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/** The parameters in a request's address: those that are known, each at most once. Empty ones count as absent. */
public final class QueryParameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final HttpRequest<?> request;

    private QueryParameters(HttpRequest<?> request) {
        this.request = request;
    }

    /**
     * Reads them.
     *
     * @param known the names that mean something here
     * @throws ProblemException {@code unknown-parameter} or {@code repeated-parameter}
     */
    public static QueryParameters of(HttpRequest<?> request, String... known) {
        var names = Set.of(known);
        for (var name : request.getParameters().names()) {
            if (!names.contains(name)) {
                throw ProblemException.of(
                        ProblemCode.UNKNOWN_PARAMETER, "?", "known here are: " + String.join(", ", known));
            }
            if (request.getParameters().getAll(name).size() > 1) {
                throw ProblemException.of(ProblemCode.REPEATED_PARAMETER, "?" + name, "a parameter is given once");
            }
        }
        return new QueryParameters(request);
    }

    /** The value; empty when it is absent. */
    public Optional<String> text(String name) {
        return request.getParameters().getFirst(name).filter(value -> !value.isEmpty());
    }

    /** {@code limit}: 1 to 200, without it 50. */
    public int limit() {
        var text = text("limit").orElse(Integer.toString(DEFAULT_LIMIT));
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.of(ProblemCode.INVALID_VALUE, "?limit", "a limit is a number from 1 to 200");
        }
        return limit;
    }
}
