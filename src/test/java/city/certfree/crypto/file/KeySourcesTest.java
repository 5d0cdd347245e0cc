package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.Profile;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.pkcs11.Pkcs11Settings;
import city.certfree.fixture.Installed;
import city.certfree.kernel.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Keys that other programs made and keep: OpenSSL's files, and a hardware security module (SoftHSM 2). */
class KeySourcesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T06:32:05Z"), ZoneOffset.UTC);
    private static final Pkcs11Settings NO_MODULE = new Pkcs11Settings(null, 0, null);
    private static final String PASSWORD = "a password of files";
    private static final String PIN = "271828";

    /** P-256, of RFC 9500, section 2.3 «testECCP256»: made to be used in tests. */
    private static final String SEC1 =
            """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIObLW92AqkWunJXowVR2Z5/+yVPBaFHnEedDk5WJxk/BoAoGCCqGSM49
            AwEHoUQDQgAEQiVI+I+3gv+17KN0RFLHKh5Vj71vc75eSOkyMsxFxbFsTNEMTLjV
            uKFxOelIgsiZJXKZNCX0FBmrfpCkKklCcg==
            -----END EC PRIVATE KEY-----
            """;

    private final Path folder;

    KeySourcesTest(@TempDir Path folder) {
        this.folder = folder;
        NewKeys.files(Profile.INTL, List.of()).forEach(this::write);
    }

    @Test
    void readsAPemFileInSec1() {
        write("show.pem", SEC1);
        refer("\"certfree_pem\":\"show.pem\"", "ES256");

        assertSigns(SignatureAlgorithm.ES256, null, NO_MODULE);
    }

    @TestFactory
    Stream<DynamicTest> readsTheFilesThatOpenSslMakes() {
        return Installed.with(
                "OpenSSL",
                Installed.program("openssl"),
                openssl -> Stream.of(
                        dynamicTest(
                                "P-256 in PKCS#8",
                                () -> assertPem(
                                        SignatureAlgorithm.ES256,
                                        "-algorithm",
                                        "EC",
                                        "-pkeyopt",
                                        "ec_paramgen_curve:P-256")),
                        dynamicTest(
                                "SM2 in PKCS#8",
                                () -> assertPem(
                                        SignatureAlgorithm.SM2SM3,
                                        "-algorithm",
                                        "EC",
                                        "-pkeyopt",
                                        "ec_paramgen_curve:SM2")),
                        dynamicTest(
                                "Ed25519 in PKCS#8",
                                () -> assertPem(SignatureAlgorithm.EDDSA, "-algorithm", "ED25519")),
                        dynamicTest("P-256 in PKCS#12", this::assertPkcs12)));
    }

    private void assertPem(SignatureAlgorithm algorithm, String... kind) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl", "genpkey", "-out", at("show.pem")));
        command.addAll(Arrays.asList(kind));
        run(command.toArray(String[]::new));
        refer("\"certfree_pem\":\"show.pem\"", algorithm.jose());

        assertSigns(algorithm, null, NO_MODULE);
    }

    private void assertPkcs12() throws IOException, InterruptedException {
        run("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", at("key.tmp"));
        run("openssl", "req", "-x509", "-key", at("key.tmp"), "-subj", "/CN=show", "-days", "9", "-out", at("crt.tmp"));
        run(
                "openssl",
                "pkcs12",
                "-export",
                "-inkey",
                at("key.tmp"),
                "-in",
                at("crt.tmp"),
                "-name",
                "show",
                "-passout",
                "pass:" + PASSWORD,
                "-out",
                at("keys.p12"));
        refer("\"certfree_pkcs12\":\"keys.p12\",\"certfree_alias\":\"show\"", "ES256");

        assertSigns(SignatureAlgorithm.ES256, PASSWORD, NO_MODULE);
        assertRefused("CERTFREE_KEYS_PASSWORD", "a wrong password", NO_MODULE);
        assertRefused("CERTFREE_KEYS_PASSWORD", null, NO_MODULE);
        refer("\"certfree_pkcs12\":\"keys.p12\",\"certfree_alias\":\"none\"", "ES256");
        assertRefused("none", PASSWORD, NO_MODULE);
    }

    /** The module's library finds its tokens by SOFTHSM2_CONF, which the build sets for the tests (see pom.xml). */
    @TestFactory
    Stream<DynamicTest> signsInAHardwareSecurityModule() {
        var library = Installed.library(
                "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so");
        return Installed.with(
                "SoftHSM 2",
                library,
                module -> Stream.of(dynamicTest("SoftHSM 2 signs ES256", () -> assertModuleSigns(module))));
    }

    private void assertModuleSigns(Path library) throws IOException, InterruptedException {
        var configuration = Path.of(Objects.requireNonNull(System.getenv("SOFTHSM2_CONF")));
        var tokens = folder.resolve("tokens");
        Files.createDirectories(tokens);
        Files.createDirectories(configuration.getParent());
        Files.writeString(configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "certfree", "--pin", PIN, "--so-pin", PIN);
        var provider = folder.resolve("pkcs11.cfg");
        Files.writeString(provider, "name = certfree\nlibrary = " + library + "\nslotListIndex = 0\n");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "show",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=show",
                "-keystore",
                "NONE",
                "-storetype",
                "PKCS11",
                "-storepass",
                PIN,
                "-addprovider",
                "SunPKCS11",
                "-providerarg",
                provider.toString());
        refer("\"certfree_pkcs11\":\"show\"", "ES256");

        assertSigns(SignatureAlgorithm.ES256, null, new Pkcs11Settings(library, 0, PIN));
        assertRefused("CERTFREE_PKCS11_LIBRARY", null, NO_MODULE);
        refer("\"certfree_pkcs11\":\"none\"", "ES256");
        assertRefused("none", null, new Pkcs11Settings(library, 0, PIN));
    }

    @Test
    void refusesAFileThatHoldsSomethingElse() {
        write("show.pem", SEC1.replace("Obl", "Obm").replace("AwEHo", "AwEIo"));
        refer("\"certfree_pem\":\"show.pem\"", "ES256");
        assertRefused("show.pem", null, NO_MODULE);

        write("show.pem", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertRefused("PKCS#12", null, NO_MODULE);
    }

    @Test
    void refusesAKeyOfWhichTheKeyFileSaysSomethingElse() {
        write("show.pem", SEC1);
        refer("\"certfree_pem\":\"show.pem\",\"crv\":\"SM2\"", "SM2SM3");

        assertRefused("its crv is another", null, NO_MODULE);
    }

    @Test
    void looksNowhereButInItsFolder() {
        refer("\"certfree_pem\":\"../show.pem\"", "ES256");

        assertRefused("beside", null, NO_MODULE);
    }

    @Test
    void keepsPasswordAndPinToItself() {
        var settings = settings(PASSWORD);

        assertFalse(settings.toString().contains(PASSWORD));
        assertFalse(new Pkcs11Settings(Path.of("/lib"), 0, PIN).toString().contains(PIN));
    }

    private void assertSigns(SignatureAlgorithm algorithm, @Nullable String password, Pkcs11Settings pkcs11) {
        var ring = start(password, pkcs11).ring();
        var kid = ring.publicKeys().getFirst().get("kid");
        byte[] input = "食品经营许可证".getBytes(UTF_8);
        var verifier =
                ring.verifier(Objects.requireNonNull(kid), KeyPurpose.SHOW).orElseThrow();

        assertEquals(algorithm, verifier.algorithm());
        var profile = algorithm.profile();
        if (profile == Profile.INTL) {
            assertTrue(verifier.verifies(input, ring.signer(KeyPurpose.SHOW).sign(input)));
        }
        assertTrue(ring.publicKeys().stream().noneMatch(key -> key.containsKey("d")));
    }

    private void assertRefused(String named, @Nullable String password, Pkcs11Settings pkcs11) {
        var fault = assertThrows(IllegalStateException.class, () -> start(password, pkcs11));

        var message = String.valueOf(fault.getMessage());
        assertTrue(message.contains(named), message);
        assertFalse(message.contains(PASSWORD) || message.contains(PIN) || message.contains("MHcCAQEE"), message);
    }

    private KeysInForce start(@Nullable String password, Pkcs11Settings pkcs11) {
        return new KeysInForce(settings(password), pkcs11, CLOCK);
    }

    private KeySettings settings(@Nullable String password) {
        return new KeySettings(folder, Mode.PRODUCTION, Profile.INTL, password);
    }

    /** Puts a key for show that is elsewhere before the keys of the service, whose own one for show steps back. */
    private void refer(String reference, String algorithm) {
        var own = Objects.requireNonNull(NewKeys.files(Profile.INTL, List.of()).get(KeyFolder.SERVICE));
        var keys = KeyFilesTest.keys(own);
        var rest = algorithm.equals("SM2SM3") ? keys : keys.substring(keys.indexOf("}, {") + 2);
        write(
                KeyFolder.SERVICE,
                "{\"keys\":[{" + reference + ",\"alg\":\"" + algorithm
                        + "\",\"certfree_purpose\":\"show\",\"certfree_state\":\"active\"}" + "," + rest + "]}");
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
