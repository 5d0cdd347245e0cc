package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.StrictJson;
import city.certfree.fixture.Installed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The signatures that are published for others to check theirs with; OpenSSL checks them, too. */
class Sm2VectorsTest {
    private static final String SUBJECT_PUBLIC_KEY_INFO = "3059301306072a8648ce3d020106082a811ccf5501822d03420004";

    /** The coefficients of the curve and its base point (GB/T 32918.5), which are part of what Z digests. */
    private static final String CURVE = "fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc"
            + "28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93"
            + "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
            + "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("unchecked") // the file is ours
    static List<Map<String, String>> vectors() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/vectors/sm2/vectors.json"));
        return (List<Map<String, String>>)
                Objects.requireNonNull(StrictJson.object(file).get("vectors"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isAsPublished(Map<String, String> vector) {
        byte[] message = hex(vector, "message");

        assertArrayEquals(hex(vector, "z"), z(vector));
        assertArrayEquals(hex(vector, "e"), sm3(hex(vector, "z"), message));
        assertTrue(verifier(vector).verifies(message, hex(vector, "signature")));
        assertEquals(vector.get("x") + vector.get("y"), publicOf(vector));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theTokenHoldsTheSignatureOfItsInput(Map<String, String> vector) {
        var token = vector.get("token");
        if (token != null) {
            var input = token.substring(0, token.lastIndexOf('.'));
            assertArrayEquals(hex(vector, "message"), input.getBytes(US_ASCII));
            assertArrayEquals(hex(vector, "signature"), Base64Url.decode(token.substring(input.length() + 1)));
        }
    }

    @TestFactory
    Stream<DynamicTest> openSslVerifiesThePublishedSignaturesAndOurs() {
        return Installed.with("OpenSSL", Installed.program("openssl"), openssl -> {
            try {
                return vectors().stream()
                        .flatMap(vector -> Stream.of(
                                dynamicTest(
                                        "published: " + vector.get("name"),
                                        () -> assertVerifies(openssl, vector, hex(vector, "signature"))),
                                dynamicTest(
                                        "ours: " + vector.get("name"),
                                        () -> assertVerifies(openssl, vector, signed(vector)))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void assertVerifies(Path openssl, Map<String, String> vector, byte[] signature)
            throws IOException, InterruptedException {
        var n = Curve.SM2.domain().getN();
        var message = Files.write(folder.resolve("message"), hex(vector, "message"));
        var der = StandardDSAEncoding.INSTANCE.encode(
                n,
                new BigInteger(1, Arrays.copyOf(signature, 32)),
                new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
        var process = new ProcessBuilder(
                        openssl.toString(),
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        Files.writeString(folder.resolve("key"), pem(vector)).toString(),
                        "-rawin",
                        "-in",
                        message.toString(),
                        "-sigfile",
                        Files.write(folder.resolve("signature"), der).toString(),
                        "-digest",
                        "sm3",
                        "-pkeyopt",
                        "distid:1234567812345678")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertEquals(0, process.waitFor(), said);
    }

    private static byte[] signed(Map<String, String> vector) {
        return new Sm2Signer("vector", Curve.SM2.privateKey(hex(vector, "d"))).sign(hex(vector, "message"));
    }

    private static Sm2Verifier verifier(Map<String, String> vector) {
        return new Sm2Verifier("vector", Curve.SM2.publicKey(hex(vector, "x"), hex(vector, "y")), KeyTerms.UNLIMITED);
    }

    private static String publicOf(Map<String, String> vector) {
        var point =
                Curve.SM2.publicKeyOf(Curve.SM2.privateKey(hex(vector, "d"))).getQ();
        return HexFormat.of().formatHex(point.getEncoded(false)).substring(2);
    }

    private static byte[] z(Map<String, String> vector) {
        byte[] id = "1234567812345678".getBytes(US_ASCII);
        byte[] bits = {0, (byte) (id.length * 8)};
        return sm3(bits, id, HexFormat.of().parseHex(CURVE), hex(vector, "x"), hex(vector, "y"));
    }

    private static byte[] sm3(byte[]... parts) {
        var digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] output = new byte[digest.getDigestSize()];
        digest.doFinal(output, 0);
        return output;
    }

    private static String pem(Map<String, String> vector) {
        byte[] info = HexFormat.of().parseHex(SUBJECT_PUBLIC_KEY_INFO + vector.get("x") + vector.get("y"));
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(info)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] hex(Map<String, String> vector, String member) {
        return HexFormat.of().parseHex(vector.getOrDefault(member, ""));
    }
}
