package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.bc.JwkPublicKeySets;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.StrictJson;
import city.certfree.kernel.DepartmentCode;
import city.certfree.token.StatusBits;
import city.certfree.token.StatusListTokens.Flaw;
import city.certfree.token.StatusListTokens.Verification;
import city.certfree.token.StatusLists;
import city.certfree.token.StatusLists.EntryStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Status lists as they are signed, and every way in which one can be wrong: nothing of it is ever VALID. */
class StatusListTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final long IAT = NOW.getEpochSecond();
    private static final JoseStatusListTokens TOKENS = SampleTokens.statusLists();
    private static final String URI = TOKENS.uri(3);

    /** Entries 0 to 3: VALID, INVALID, SUSPENDED, and one that only an application could understand. */
    private static final StatusBits STATUSES = StatusBits.of(2, new byte[] {(byte) 0b1110_0100, 0});

    private static final String LST = Base64Url.encode(STATUSES.deflated());
    private static final String HEADER = Forge.header("statuslist+jwt", KeyPurpose.STATUS);
    private static final String CLAIMS =
            "{\"iss\":\"%s\",\"sub\":\"%s\",\"iat\":%d,\"exp\":%d,\"ttl\":60,\"status_list\":{\"bits\":2,\"lst\":\"%s\"}}"
                    .formatted(SampleTokens.ISSUER, URI, IAT, IAT + 43_200, LST);
    private static final String GOOD = Forge.signed(HEADER, CLAIMS, KeyPurpose.STATUS);

    private final StatusLists lists = new StatusLists(TOKENS);

    @Test
    void saysOfEveryEntryWhatTheListSays() {
        assertEquals(Optional.empty(), lists.offer(TOKENS.sign(3, STATUSES, NOW).text(), URI, NOW));

        assertEquals(EntryStatus.VALID, lists.status(URI, 0, NOW));
        assertEquals(EntryStatus.INVALID, lists.status(URI, 1, NOW));
        assertEquals(EntryStatus.SUSPENDED, lists.status(URI, 2, NOW));
        assertEquals(EntryStatus.UNKNOWN, lists.status(URI, 3, NOW));
    }

    @Test
    void isKeptForItsTimeToLiveAndReliedOnUntilItExpires() {
        assertTrue(lists.isDue(URI, NOW));
        lists.offer(GOOD, URI, NOW);

        assertTrue(!lists.isDue(URI, NOW.plusSeconds(59)) && lists.isDue(URI, NOW.plusSeconds(60)));
        assertEquals(EntryStatus.VALID, lists.status(URI, 0, NOW.plusSeconds(43_199)));
        assertEquals(EntryStatus.UNKNOWN, lists.status(URI, 0, NOW.plusSeconds(43_200)));
    }

    @Test
    void saysWhereAndWhenItWasMade() {
        var token = TOKENS.sign(3, STATUSES, NOW.plusMillis(999)).text();
        var claims = StrictJson.object(Base64Url.decode(token.split("\\.", -1)[1]));
        assertEquals(StrictJson.object(CLAIMS.getBytes(UTF_8)), claims);
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("typ missing", HEADER.replace(",\"typ\":\"statuslist+jwt\"", ""), CLAIMS, Flaw.MALFORMED),
                attack("typ JWT", HEADER.replace("statuslist+jwt", "JWT"), CLAIMS, Flaw.MALFORMED),
                attack("typ with its prefix", HEADER.replace("statusl", "application/statusl"), CLAIMS, Flaw.MALFORMED),
                attack("alg none", HEADER.replace("ES256", "none"), CLAIMS, Flaw.FORGED),
                attack("zip", HEADER.replace("{", "{\"zip\":\"DEF\","), CLAIMS, Flaw.MALFORMED),
                attack("another issuer", HEADER, CLAIMS.replace("\"iss\":\"", "\"iss\":\"x"), Flaw.FORGED),
                attack("no issuer", HEADER, CLAIMS.replaceFirst("\"iss\":\"[^\"]*\",", ""), Flaw.FORGED),
                attack("another list", HEADER, CLAIMS.replace(URI, TOKENS.uri(4)), Flaw.WRONG_LIST),
                attack("no address", HEADER, CLAIMS.replaceFirst("\"sub\":\"[^\"]*\",", ""), Flaw.WRONG_LIST),
                attack("from the future", HEADER, times(IAT + 11, IAT + 600, "60"), Flaw.FORGED),
                attack("expired now", HEADER, times(IAT - 600, IAT, "60"), Flaw.EXPIRED),
                attack("expires before it begins", HEADER, times(IAT, IAT - 1, "60"), Flaw.FORGED),
                attack("lives too long", HEADER, times(IAT, IAT + 43_201, "60"), Flaw.FORGED),
                attack("lives for ever", HEADER, CLAIMS.replaceFirst("\"exp\":[0-9]*,", ""), Flaw.FORGED),
                attack("ttl 0", HEADER, times(IAT, IAT + 600, "0"), Flaw.FORGED),
                attack("ttl negative", HEADER, times(IAT, IAT + 600, "-60"), Flaw.FORGED),
                attack("ttl huge", HEADER, times(IAT, IAT + 600, "601"), Flaw.FORGED),
                attack("ttl beyond 64 bits", HEADER, times(IAT, IAT + 600, "1" + "0".repeat(30)), Flaw.MALFORMED),
                attack("ttl a fraction", HEADER, times(IAT, IAT + 600, "0.5"), Flaw.MALFORMED),
                attack("ttl a text", HEADER, times(IAT, IAT + 600, "\"60\""), Flaw.FORGED),
                attack(
                        "a claim that is not known",
                        HEADER,
                        CLAIMS.replace("{\"iss\"", "{\"nbf\":1,\"iss\""),
                        Flaw.MALFORMED),
                attack("no list", HEADER, CLAIMS.replaceFirst(",\"status_list\".*", "}"), Flaw.MALFORMED),
                attack("a list of text", HEADER, CLAIMS.replaceFirst("\\{\"bits.*", "\"\"}"), Flaw.MALFORMED),
                attack(
                        "a third member",
                        HEADER,
                        CLAIMS.replace("{\"bits", "{\"aggregation_uri\":\"x\",\"bits"),
                        Flaw.MALFORMED),
                attack("3 bits", HEADER, CLAIMS.replace("\"bits\":2", "\"bits\":3"), Flaw.MALFORMED),
                attack("16 bits", HEADER, CLAIMS.replace("\"bits\":2", "\"bits\":16"), Flaw.MALFORMED),
                attack("bits a text", HEADER, CLAIMS.replace("\"bits\":2", "\"bits\":\"2\""), Flaw.MALFORMED),
                attack("bits twice", HEADER, CLAIMS.replace("\"bits\":2", "\"bits\":2,\"bits\":2"), Flaw.MALFORMED),
                attack("padded", HEADER, CLAIMS.replace(LST, LST + "="), Flaw.MALFORMED),
                attack("empty", HEADER, CLAIMS.replace(LST, ""), Flaw.MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void t01_aListThatIsWrongMakesNothingValid(String attack, String header, String claims, Flaw flaw) {
        refused(Forge.signed(header, claims, KeyPurpose.STATUS), flaw);
    }

    @Test
    void t01_aListSignedByAnotherKeyMakesNothingValid() {
        var issuer = Forge.RING.issuer(new DepartmentCode("1101"));
        var asIssuers = Forge.signed(
                HEADER.replace(Forge.RING.signer(KeyPurpose.STATUS).kid(), issuer.kid())
                        .getBytes(UTF_8),
                CLAIMS.getBytes(UTF_8),
                issuer);
        refused(asIssuers, Flaw.FORGED);
        refused(Forge.signed(Forge.header("statuslist+jwt", KeyPurpose.SHOW), CLAIMS, KeyPurpose.SHOW), Flaw.FORGED);
        refused(Forge.signed(HEADER, CLAIMS, KeyPurpose.SHOW), Flaw.FORGED);
        refused(GOOD.substring(0, GOOD.lastIndexOf('.') + 1), Flaw.MALFORMED);
        refused(GOOD + ".", Flaw.MALFORMED);
        refused("", Flaw.MALFORMED);
        refused("x".repeat((1 << 20) + 1), Flaw.MALFORMED);
    }

    @Test
    void t01_aListThatWasNeverSeenMakesNothingValid() {
        assertEquals(EntryStatus.UNKNOWN, lists.status(URI, 0, NOW));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 8, 1L << 20, Long.MIN_VALUE, Long.MAX_VALUE})
    void t02_anIndexOutsideTheListIsNotValid(long index) {
        lists.offer(GOOD, URI, NOW);
        assertEquals(EntryStatus.VALID, lists.status(URI, 7, NOW));
        assertEquals(EntryStatus.UNKNOWN, lists.status(URI, index, NOW));
    }

    @Test
    void t03_aListThatUnpacksToTooMuchMakesNothingValid() {
        var bomb = new StringBuilder();
        try (var deflater = new Deflater(9)) {
            deflater.setInput(new byte[64 << 20]);
            deflater.finish();
            byte[] bytes = new byte[1 << 18];
            int length = deflater.deflate(bytes);
            bomb.append(Base64Url.encode(Arrays.copyOf(bytes, length)));
        }
        refused(Forge.signed(HEADER, CLAIMS.replace(LST, bomb), KeyPurpose.STATUS), Flaw.MALFORMED);
    }

    @Test
    void t04_anOlderListDoesNotBringBackWhatWasRevokedSince() {
        var before = TOKENS.sign(3, StatusBits.of(2, new byte[2]), NOW.minusSeconds(1))
                .text();
        var after = TOKENS.sign(3, STATUSES, NOW).text();
        assertEquals(Optional.empty(), lists.offer(before, URI, NOW));
        assertEquals(EntryStatus.VALID, lists.status(URI, 1, NOW));
        assertEquals(Optional.empty(), lists.offer(after, URI, NOW));

        assertEquals(Optional.of(Flaw.ROLLED_BACK), lists.offer(before, URI, NOW));

        assertEquals(EntryStatus.INVALID, lists.status(URI, 1, NOW));
        assertEquals(Optional.empty(), lists.offer(after, URI, NOW));
    }

    @Test
    void t05_aListIsTakenFromTheServicesOwnAddressesOnlyAndNeverFetched() {
        for (var address : new String[] {"http://169.254.169.254/", "http://localhost:9/status-lists/3", "file:///x"}) {
            assertEquals(EntryStatus.UNKNOWN, lists.status(address, 0, NOW));
            assertEquals(Optional.of(Flaw.WRONG_LIST), lists.offer(GOOD, address, NOW));
            assertEquals(EntryStatus.UNKNOWN, lists.status(address, 0, NOW));
        }
    }

    /** The draft's own token and key: what we read is what the draft writes. */
    @Test
    void verifiesTheTokenOfTheDraft() throws IOException {
        var vectors = Path.of("src/test/resources/vectors/status-list");
        var keys = new JwkPublicKeySets().read(Files.readString(vectors.resolve("key.jwks.json")));
        var token =
                Files.readString(vectors.resolve("statuslist.jwt"), US_ASCII).strip();

        var verified =
                UnverifiedToken.parse(token).flatMap(list -> VerifiedToken.of(list, requireNonNull(keys.get("12"))));

        var list = verified.orElseThrow().object("status_list").orElseThrow();
        long bits = (long) requireNonNull(list.get("bits"));
        var statuses = StatusBits.inflated(bits, Base64Url.decode((String) requireNonNull(list.get("lst"))));
        assertEquals(StatusBits.of(1, new byte[] {(byte) 0xb9, (byte) 0xa3}), statuses.orElseThrow());
        refused(token, Flaw.FORGED);
    }

    @Test
    void aListOfOursIsAGoodOne() {
        assertInstanceOf(Verification.Verified.class, TOKENS.verify(GOOD, URI, NOW));
        assertEquals(Duration.ofHours(12), JoseStatusListTokens.LIFETIME);
    }

    private void refused(String token, Flaw flaw) {
        assertEquals(new Verification.Rejected(flaw), TOKENS.verify(token, URI, NOW));
        assertEquals(Optional.of(flaw), lists.offer(token, URI, NOW));
        assertEquals(EntryStatus.UNKNOWN, lists.status(URI, 0, NOW));
    }

    private static String times(long iat, long exp, String ttl) {
        return CLAIMS.replace("\"iat\":" + IAT, "\"iat\":" + iat)
                .replace("\"exp\":" + (IAT + 43_200), "\"exp\":" + exp)
                .replace("\"ttl\":60", "\"ttl\":" + ttl);
    }

    private static Arguments attack(String name, String header, String claims, Flaw flaw) {
        return Arguments.of(name, header, claims, flaw);
    }
}
