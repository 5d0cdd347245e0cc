package city.certfree.crypto;

/** Signs with one private key. Safe for use by many threads. */
public interface Signer {
    /** The key's RFC 7638 thumbprint, base64url. */
    String kid();

    SignatureAlgorithm algorithm();

    /** The signature in the form that JOSE gives it for this algorithm. */
    byte[] sign(byte[] input);
}
