package city.certfree.web.oauth;

/** A token request that is refused in the form of RFC 6749, section 5.2. It is an answer and no fault: no stack trace. */
final class TokenError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;

    /**
     * @param error a code of RFC 6749, section 5.2
     * @param description what to do about it; it never repeats what was sent
     */
    TokenError(String error, String description) {
        super(error, null, false, false);
        this.error = error;
        this.description = description;
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }
}
