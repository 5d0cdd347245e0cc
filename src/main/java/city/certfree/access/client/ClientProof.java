package city.certfree.access.client;

/** By what a system claims to be a client; nothing of it is verified. */
public sealed interface ClientProof {
    /** Whom it claims to be. */
    String clientId();

    /** {@code client_secret_basic} (RFC 6749, section 2.3.1). */
    record Secret(String clientId, String secret) implements ClientProof {
        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /**
     * {@code private_key_jwt} (RFC 7523, section 2.2).
     *
     * @param assertion a JWT that the client signed
     */
    record SignedAssertion(String clientId, String assertion) implements ClientProof {
        /** Keeps the assertion out of logs. */
        @Override
        public String toString() {
            return "SignedAssertion";
        }
    }
}
