package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.Sha256;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The public keys of a folder, in the forms in which others take them. Nothing private is in any of them. */
public final class PublicKeys {
    /** What precedes the key in its SubjectPublicKeyInfo (RFC 5280): identifiers and lengths, which never change. */
    private static final String P256_INFO = "3059301306072a8648ce3d020106082a8648ce3d030107034200";

    private static final String SM2_INFO = "3059301306072a8648ce3d020106082a811ccf5501822d034200";
    private static final String ED25519_INFO = "302a300506032b6570032100";

    /** The type of an Ed25519 key in a signed note (C2SP signed-note). */
    private static final byte[] NOTE_ED25519 = {1};

    private static final int NOTE_KEY_ID_BYTES = 4;

    private final List<SigningKey> keys;

    private PublicKeys(List<SigningKey> keys) {
        this.keys = keys;
    }

    /** Reads a folder; passwords of what its files refer to are in the environment, as they are for the service. */
    public static PublicKeys of(Path folder) {
        return new PublicKeys(
                KeyFolder.at(folder, ReferencedKeys.ofEnvironment(folder)).signing());
    }

    /** A JWK set (RFC 7517), as the service publishes it. */
    public String jwks() {
        return KeySetText.of(keys.stream().map(SigningKey::publicMembers).toList());
    }

    /** PEM (RFC 7468), each key below its name and purpose. */
    public String pem() {
        return keys.stream().map(PublicKeys::pem).collect(Collectors.joining());
    }

    private static String pem(SigningKey key) {
        var issuer = key.issuer().map(code -> " " + code).orElse("");
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(info(key.verifier()));
        return "%s %s%s %s\n-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(
                        key.kid(),
                        NewKeys.word(key.purpose()),
                        issuer,
                        key.algorithm().jose(),
                        base64);
    }

    private static byte[] info(Verifier verifier) {
        var prefix =
                switch (verifier.algorithm()) {
                    case ES256 -> P256_INFO;
                    case EDDSA -> ED25519_INFO;
                    case SM2SM3 -> SM2_INFO;
                };
        return joined(HexFormat.of().parseHex(prefix), verifier.publicKeyBytes());
    }

    /**
     * The verifier keys of a log (C2SP signed-note): for each of its Ed25519 keys {@code <origin>+<key id>+<key>}.
     *
     * @param origin the name of the log, the first line of its checkpoints
     */
    public String logVerifiers(String origin) {
        return keys.stream()
                .filter(key -> key.purpose() == KeyPurpose.LOG && key.algorithm() == SignatureAlgorithm.EDDSA)
                .map(key -> logVerifier(origin, key.verifier()))
                .collect(Collectors.joining());
    }

    private static String logVerifier(String origin, Verifier verifier) {
        byte[] key = joined(NOTE_ED25519, verifier.publicKeyBytes());
        byte[] digest = Sha256.of((origin + "\n").getBytes(UTF_8), key).toBytes();
        var id = HexFormat.of().formatHex(digest, 0, NOTE_KEY_ID_BYTES);
        return origin + "+" + id + "+" + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
