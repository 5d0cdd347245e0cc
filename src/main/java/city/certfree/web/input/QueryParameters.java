package city.certfree.web.input;

import city.certfree.kernel.InvalidValue;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /**
     * The value in the type that knows its rule; null when it is absent.
     *
     * @throws ProblemException with the code of the rule that it breaks
     */
    public <T> @Nullable T value(String name, Function<String, T> type) {
        var text = text(name).orElse(null);
        if (text == null) {
            return null;
        }
        var errors = new FieldErrors();
        var value = errors.read("?" + name, () -> type.apply(text));
        errors.check();
        return value.orElseThrow();
    }

    /** One of the words of an enumeration; null when it is absent. */
    public <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        return value(name, text -> Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidValue.because("one of " + Arrays.toString(words.getEnumConstants()))));
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
