package city.certfree.web.problem;

import city.certfree.audit.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ends a request with a problem. Thrown at the edge only; it carries no stack trace, for it is an answer and no fault. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String RECEIPT = "receipt";

    private final ProblemCode code;
    private final transient String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions;

    /**
     * @param detail the way out in words; empty when the title says it all
     * @param extensions response headers by name, and the {@link Receipt} of a recorded refusal under {@code receipt}
     */
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

    /** A refusal that was recorded. */
    public static ProblemException recorded(ProblemCode code, Receipt receipt) {
        return new ProblemException(code, "", List.of(), Map.of(RECEIPT, receipt));
    }

    /** A problem that time cures. */
    public static ProblemException until(ProblemCode code, Duration retryAfter) {
        return new ProblemException(code, "", List.of(), Map.of("Retry-After", retryAfter.toSeconds()));
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

    /** The response headers that belong to the problem, such as {@code Retry-After}, by name. */
    public Map<String, String> headers() {
        return extensions.entrySet().stream()
                .filter(e -> !e.getKey().equals(RECEIPT))
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> e.getValue().toString()));
    }

    /** The receipt of the recorded refusal; empty when nothing was recorded. */
    public Optional<Receipt> receipt() {
        return Optional.ofNullable((Receipt) extensions.get(RECEIPT));
    }
}
