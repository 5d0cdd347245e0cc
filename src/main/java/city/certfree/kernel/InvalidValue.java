package city.certfree.kernel;

/**
 * A value from outside that breaks the rule of its type. Thrown by the constructors of this package and turned into a
 * problem at the edge, which adds where in the input the value stood.
 *
 * <p>The message states the rule and never the value: a value may be personal.
 */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String rule;

    /**
     * @param code the problem code of the public API, in kebab-case, such as {@code invalid-value}
     * @param rule what the value should have been, in words for the caller, without the value itself
     */
    public InvalidValue(String code, String rule) {
        super(rule);
        this.code = code;
        this.rule = rule;
    }

    /** An {@code invalid-value}, the code of most rules. */
    public static InvalidValue because(String rule) {
        return new InvalidValue("invalid-value", rule);
    }

    public String code() {
        return code;
    }

    /** What the value should have been. */
    public String rule() {
        return rule;
    }
}
