package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Profile;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import city.certfree.crypto.json.Jwk;
import city.certfree.crypto.pkcs11.Pkcs11Settings;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Pkcs11Settings NO_MODULE = new Pkcs11Settings(null, 0, null);
    private static final DepartmentCode ISSUER = new DepartmentCode("1101");
    private static final String SERVICE = "service.jwks.json";
    private static final String SECRETS = "secrets.jwks.json";
    private static final Map<String, String> FILES = NewKeys.files(Profile.INTL, List.of(ISSUER));
    private static final String GOOD_SERVICE = good(FILES, SERVICE);
    private static final String OTHER_SERVICE = good(NewKeys.files(Profile.INTL, List.of()), SERVICE);

    private final Path folder;

    /** Every test finds good files in a folder of its own. */
    KeyFilesTest(@TempDir Path folder) {
        this.folder = folder;
        FILES.forEach(this::write);
    }

    @Test
    void newKeysSignAtOnce() {
        var ring = ring();

        for (var signer : List.of(ring.signer(KeyPurpose.SHOW), ring.signer(KeyPurpose.ACCESS))) {
            assertTrue(signer.kid().matches("[0-9A-Za-z_-]{43}"));
        }
        assertTrue(ring.verifier(ring.issuer(ISSUER).kid(), KeyPurpose.LICENCE).isPresent());
    }

    @Test
    void aKeyServesNoOtherPurpose() {
        var ring = ring();

        assertTrue(ring.verifier(ring.signer(KeyPurpose.SHOW).kid(), KeyPurpose.ACCESS)
                .isEmpty());
        assertThrows(IllegalStateException.class, () -> ring.signer(KeyPurpose.LICENCE));
        assertThrows(IllegalStateException.class, () -> ring.issuer(new DepartmentCode("1102")));
    }

    @Test
    void checkpointsAreSignedWithEd25519() {
        var ring = ring();

        assertEquals(SignatureAlgorithm.EDDSA, ring.signer(KeyPurpose.LOG).algorithm());
        assertEquals(List.of(ring.signer(KeyPurpose.LOG)), ring.signers(KeyPurpose.LOG));
    }

    @Test
    void aRetiredKeyVerifiesAndTheNewOneSigns() {
        var old = ring().signer(KeyPurpose.SHOW).kid();
        long retiredAt = NOW.getEpochSecond();
        var retired =
                keys(GOOD_SERVICE).replaceFirst("\"active\"", "\"retired\", \"certfree_retired_at\" : " + retiredAt);
        write(SERVICE, "{\"keys\":[" + retired + "," + firstKey(OTHER_SERVICE) + "]}");

        var ring = ring();

        assertFalse(ring.signer(KeyPurpose.SHOW).kid().equals(old));
        var verifier = ring.verifier(old, KeyPurpose.SHOW).orElseThrow();
        assertTrue(verifier.isCurrent(NOW));
        assertTrue(verifier.couldSignAt(NOW.minusSeconds(1)));
        assertFalse(verifier.couldSignAt(NOW));
        assertEquals(6, ring.publicKeys().size());
    }

    @Test
    void aNextKeyIsPublishedAndDoesNotSign() {
        var active = ring().signer(KeyPurpose.SHOW).kid();
        var next = firstKey(OTHER_SERVICE).replace("\"active\"", "\"next\"");
        write(SERVICE, "{\"keys\":[" + keys(GOOD_SERVICE) + "," + next + "]}");

        assertEquals(active, ring().signer(KeyPurpose.SHOW).kid());
        assertEquals(6, ring().publicKeys().size());
    }

    @Test
    void aKeyIsCurrentFromItsFirstMomentUntilJustBeforeItsLast() {
        change(
                SERVICE,
                json -> json.replace(
                        "\"active\"",
                        "\"active\", \"nbf\" : " + NOW.getEpochSecond() + ", \"exp\" : "
                                + (NOW.getEpochSecond() + 60)));

        var ring = ring();

        var verifier = ring.verifier(ring.signer(KeyPurpose.SHOW).kid(), KeyPurpose.SHOW)
                .orElseThrow();
        assertFalse(verifier.isCurrent(NOW.minusMillis(1)));
        assertTrue(verifier.isCurrent(NOW));
        assertTrue(verifier.isCurrent(NOW.plusMillis(59_999)));
        assertFalse(verifier.isCurrent(NOW.plusSeconds(60)));
    }

    /** Each replaces the first match of a pattern in a good file, and the message must name what is wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "service.jwks.json | '\"kid\" : \"...'         | '\"kid\" : \"AAA'                  | kid is",
                "service.jwks.json | '\"ES256\"'               | '\"ES384\"'                        | alg is",
                "service.jwks.json | '\"EC\"'                  | '\"RSA\"'                          | kty is",
                "service.jwks.json | '\"P-256\"'               | '\"secp256k1\"'                    | crv is",
                "service.jwks.json | '\"sig\"'                 | '\"enc\"'                          | use is",
                "service.jwks.json | '\"x\" : \"[^\"]*'        | '\"x\" : \"AAAA'                   | x, y is",
                "service.jwks.json | '\"y\" : \"'              | '\"y\" : \"='                      | y is",
                "service.jwks.json | '\"d\" : \"....'          | '\"d\" : \"AAAA'                   | d is",
                "service.jwks.json | '\"d\"'                   | '\"e\"'                            | d is",
                "service.jwks.json | '\"show\"'                | '\"seal\"'                         | certfree_purpose",
                "service.jwks.json | '\"show\"'                | '\"access\"'                       | active",
                "service.jwks.json | '\"show\"'                | '\"licence\"'                      | certfree_issuer",
                "service.jwks.json | '\"show\"'                | '\"log\"'                          | alg is",
                "service.jwks.json | '\"log\"'                 | '\"show\"'                         | both active",
                "service.jwks.json | '\"Ed25519\"'             | '\"Ed448\"'                        | crv is",
                "service.jwks.json | '\"EdDSA\"'               | '\"Ed25519\"'                      | alg is",
                "service.jwks.json | '\"active\"'              | '\"next\"'                         | SHOW",
                "service.jwks.json | '\"active\"'              | '\"asleep\"'                       | certfree_state",
                "service.jwks.json | '\"active\"'              | '\"retired\"'                      | certfree_state",
                "service.jwks.json | '\"active\"'              | '\"active\", \"certfree_retired_at\" : 1' | certfree_state",
                "service.jwks.json | '\"active\"'              | '\"active\", \"exp\" : 1'          | exp",
                "service.jwks.json | '\"active\"'              | '\"active\", \"nbf\" : 2000000000' | nbf",
                "service.jwks.json | '\"active\"'              | '\"active\", \"nbf\" : \"1\"'      | nbf",
                "service.jwks.json | '\"active\"'              | '\"active\", \"kty\" : \"EC\"'     | service.jwks.json",
                "service.jwks.json | '\"keys\"'                | '\"key\"'                          | keys",
                "secrets.jwks.json | '\"k\" : \"....'            | '\"k\" : \"'                       | 32",
                "secrets.jwks.json | '\"oct\"'                 | '\"EC\"'                           | kty is",
                "secrets.jwks.json | '\"A256GCM\"'             | '\"A128GCM\"'                      | alg is",
                "secrets.jwks.json | '\"seal\"'                | '\"index\"'                        | alg is",
                "secrets.jwks.json | '\"kid\" : \"'            | '\"kid\" : \"a name with blanks '  | kid of a secret",
                "secrets.jwks.json | '\"active\"'              | '\"next\"'                         | SEAL"
            })
    void refusesABrokenFileAndNamesWhatIsWrong(String file, String pattern, String replacement, String named) {
        change(file, json -> json.replaceFirst(pattern, replacement));

        var fault = assertThrows(IllegalStateException.class, this::start);

        assertTrue(message(fault).contains(named), message(fault));
        assertShowsNoSecret(message(fault));
    }

    @Test
    void refusesTheSameKeyTwice() {
        write(SERVICE, "{\"keys\":[" + keys(GOOD_SERVICE) + "," + firstKey(GOOD_SERVICE) + "]}");

        assertThrows(IllegalStateException.class, this::start);
    }

    @Test
    void productionRefusesToStartWithoutKeys() {
        var settings = new KeySettings(null, Mode.PRODUCTION, Profile.INTL, null);

        var fault = assertThrows(IllegalStateException.class, () -> KeySource.of(settings, NO_MODULE)
                .read());

        assertTrue(message(fault).contains("CERTFREE_KEYS"));
    }

    @Test
    void productionTakesItsOwnKeys() {
        var settings = new KeySettings(folder, Mode.PRODUCTION, Profile.INTL, null);

        assertEquals(5, KeySource.of(settings, NO_MODULE).read().signing().size());
    }

    @Test
    void productionRefusesASampleKeyAndNamesIt() throws IOException {
        var sample = Files.readString(Path.of("keys-sample/issuers/1101.jwks.json"));
        write("issuers/1102.jwks.json", sample);
        var kid = Jwk.set(sample.getBytes(UTF_8)).getFirst().text("kid");

        assertRefused(kid);
    }

    @Test
    void productionRefusesASampleSecretUnderAnotherName() throws IOException {
        var sample = Files.readString(Path.of("keys-sample/secrets.jwks.json"));
        write(SECRETS, sample.replaceFirst("\"kid\" : \"[^\"]*", "\"kid\" : \"our-own"));

        assertRefused("our-own");
    }

    @Test
    void theSampleHoldsAKeyForEveryDepartment() throws IOException {
        try (var files = Files.list(Path.of("keys-sample/issuers"))) {
            assertEquals(48, files.count());
        }
        assertEquals(53, KeyFolder.sample(Profile.INTL).signing().size());
        assertEquals(106, KeyFolder.sample(Profile.GM).signing().size());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void demoTakesTheSampleKeysOfItsProfile(Profile profile) {
        var keys = new KeysInForce(new KeySettings(null, Mode.DEMO, profile, null), NO_MODULE, CLOCK);

        assertEquals(profile, keys.ring().issuer(ISSUER).algorithm().profile());
        assertEquals(profile, keys.ring().signer(KeyPurpose.SHOW).algorithm().profile());
    }

    /** What one profile wrote, the other can open and find. */
    @Test
    void theSampleSecretsOfBothProfilesLieSideBySide() {
        for (var profile : Profile.values()) {
            var secrets = KeyFolder.sample(profile).secrets();
            assertEquals(2, new SecretIndex(secrets, profile).everyOf("test").size());
            assertEquals(4, secrets.size());
        }
    }

    @Test
    void inTheGmProfileTheLogIsSignedTwice() {
        var ring = SampleKeys.ring(Profile.GM);

        assertEquals(SignatureAlgorithm.EDDSA, ring.signer(KeyPurpose.LOG).algorithm());
        assertEquals(
                List.of(SignatureAlgorithm.EDDSA, SignatureAlgorithm.SM2SM3),
                ring.signers(KeyPurpose.LOG).stream().map(Signer::algorithm).toList());
    }

    @Test
    void newKeysOfTheGmProfileSignAtOnce() {
        NewKeys.files(Profile.GM, List.of(ISSUER)).forEach(this::write);

        var keys = new KeysInForce(new KeySettings(folder, Mode.PRODUCTION, Profile.GM, null), NO_MODULE, CLOCK);

        assertEquals(SignatureAlgorithm.SM2SM3, keys.ring().issuer(ISSUER).algorithm());
        assertEquals("seal", keys.sealer().keyId().substring(0, 4));
    }

    @Test
    void theGmProfileDoesNotStartOnKeysOfTheOther() {
        var settings = new KeySettings(folder, Mode.PRODUCTION, Profile.GM, null);

        var fault = assertThrows(IllegalStateException.class, () -> new KeysInForce(settings, NO_MODULE, CLOCK));

        assertTrue(message(fault).contains("GM"), message(fault));
    }

    private void assertRefused(String kid) {
        var settings = new KeySettings(folder, Mode.PRODUCTION, Profile.INTL, null);
        var fault = assertThrows(IllegalStateException.class, () -> KeySource.of(settings, NO_MODULE)
                .read());
        assertTrue(message(fault).contains(kid), message(fault));
    }

    private static String message(Throwable fault) {
        return Objects.requireNonNull(fault.getMessage());
    }

    private static void assertShowsNoSecret(String message) {
        for (var file : FILES.values()) {
            for (var key : Jwk.set(file.getBytes(UTF_8))) {
                key.optionalText("d").ifPresent(d -> assertFalse(message.contains(d)));
                key.optionalText("k").ifPresent(k -> assertFalse(message.contains(k)));
            }
        }
    }

    /** Everything that a start does with keys. */
    private void start() {
        new KeysInForce(new KeySettings(folder, Mode.DEMO, Profile.INTL, null), NO_MODULE, CLOCK);
    }

    private KeyRing ring() {
        return new LoadedKeyRing(
                KeyFolder.at(folder, new ReferencedKeys(folder, null, NO_MODULE))
                        .signing(),
                Profile.INTL,
                NOW);
    }

    private void change(String file, UnaryOperator<String> change) {
        write(file, change.apply(good(FILES, file)));
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String good(Map<String, String> files, String file) {
        return Objects.requireNonNull(files.get(file));
    }

    /** What stands between the brackets of a set. */
    static String keys(String set) {
        return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
    }

    private static String firstKey(String set) {
        var keys = keys(set);
        return keys.substring(0, keys.indexOf('}') + 1);
    }
}
