package city.certfree.web.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends a request with a problem. Thrown at the edge only; it carries no stack trace, for it is an answer and no fault. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions;

    public ProblemException(ProblemCode code, String detail, List<FieldError> errors, Map<String, Object> extensions) {
        super(code.code(), null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
    }

    /** A problem that its title explains. */
    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, "", List.of(), Map.of());
    }

    /** A problem with one field of the input. */
    public static ProblemException of(ProblemCode code, String pointer, String detail) {
        return new ProblemException(code, detail, List.of(new FieldError(pointer, code.code(), detail)), Map.of());
    }

    public ProblemCode code() {
        return code;
    }

    /** The way out in words; empty when the title says it all. */
    public Optional<String> detail() {
        return Optional.of(detail).filter(d -> !d.isEmpty());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Further members of the problem document, such as {@code recordId}; and, under {@code Retry-After}, seconds. */
    public Map<String, Object> extensions() {
        return extensions;
    }
}
