package city.certfree.web.input;

import city.certfree.kernel.InvalidValue;
import city.certfree.web.problem.FieldError;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one input, so that the caller hears of everything at once. */
public final class FieldErrors {
    private final List<FieldError> errors = new ArrayList<>();

    /** Notes an error. */
    public void add(String pointer, ProblemCode code, String rule) {
        errors.add(new FieldError(pointer, code.code(), rule));
    }

    /**
     * Makes a value, or notes why it cannot be made.
     *
     * @return empty exactly when an error was noted
     */
    public <T> Optional<T> read(String pointer, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (InvalidValue e) {
            errors.add(new FieldError(pointer, e.code(), e.rule()));
            return Optional.empty();
        }
    }

    /** As {@link #read} of a value that may be absent: empty when it is null, too. */
    public <T, S> Optional<T> readOptional(String pointer, @Nullable S given, java.util.function.Function<S, T> value) {
        return given == null ? Optional.empty() : read(pointer, () -> value.apply(given));
    }

    /** Whether nothing was noted. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /**
     * Ends the request if anything was noted; the first error gives the problem its code.
     *
     * @throws ProblemException with every error
     */
    public void check() {
        if (!errors.isEmpty()) {
            var first = errors.getFirst();
            var code = ProblemCode.valueOf(first.code().toUpperCase(Locale.ROOT).replace('-', '_'));
            throw new ProblemException(code, first.detail(), errors, Map.of());
        }
    }
}
