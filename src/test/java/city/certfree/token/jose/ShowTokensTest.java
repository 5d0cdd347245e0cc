package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.RandomId;
import city.certfree.token.ShowClaims;
import city.certfree.token.ShowTokens;
import city.certfree.token.ShowTokens.Flaw;
import city.certfree.token.ShowTokens.Verification.Rejected;
import city.certfree.token.ShowTokens.Verification.Verified;
import com.nimbusds.jose.JOSEException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShowTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final LicenceTypeCode TYPE = new LicenceTypeCode("11370400XN00110108001");
    private static final ItemCode ITEM = new ItemCode("S01110100012");
    private static final ShowClaims CLAIMS = claims("王*明", "VALID", ITEM, List.of(0, 3, 7));

    private final ShowTokens tokens = SampleTokens.show();

    @Test
    void saysAgainWhatWasSigned() {
        assertEquals(new Verified(CLAIMS), tokens.verify(tokens.sign(CLAIMS).text(), NOW));
    }

    @Property(tries = 100)
    void saysAgainWhateverWasSigned(
            @ForAll @StringLength(max = 10) @Chars({'*', '王', 'A', '"', '\\', '<', '䶮'}) String name,
            @ForAll @Size(max = 8) Set<@IntRange(max = 15) Integer> fields) {
        var claims = claims(name, "VALID", null, List.copyOf(fields));

        assertEquals(new Verified(claims), tokens.verify(tokens.sign(claims).text(), NOW));
    }

    @Test
    void tellsNoFieldsFromFieldsNotSaid() {
        var none = claims("王*明", "VALID", null, List.of());
        var unsaid = claims("王*明", "VALID", null, null);

        assertEquals(new Verified(none), tokens.verify(tokens.sign(none).text(), NOW));
        assertEquals(new Verified(unsaid), tokens.verify(tokens.sign(unsaid).text(), NOW));
    }

    @Test
    void saysNothingButWhatTheSpecificationLists() throws ParseException, JOSEException {
        var verified = Independent.verify(tokens.sign(CLAIMS).text());

        assertEquals(Set.of("alg", "kid", "typ"), verified.header().keySet());
        assertEquals("show+jwt", verified.header().get("typ"));
        long issuedAt = NOW.getEpochSecond();
        assertEquals(
                Map.ofEntries(
                        Map.entry("iss", SampleTokens.ISSUER),
                        Map.entry("aud", "counters"),
                        Map.entry("iat", issuedAt),
                        Map.entry("exp", issuedAt + 60),
                        Map.entry("jti", CLAIMS.jti().toString()),
                        Map.entry("lid", CLAIMS.lid().toString()),
                        Map.entry("ltc", TYPE.value()),
                        Map.entry("hld", "王*明"),
                        Map.entry("st", "VALID"),
                        Map.entry("itm", ITEM.value()),
                        Map.entry("fld", "iQ")), // bits 0, 3 and 7: 0x89
                verified.claims());
    }

    /** The longest of everything: 40 bytes of issuer, a name of 4-byte characters, all 8 fields of a type, the longest status. */
    @Test
    void stillScansAtItsLongest() {
        var longest = claims("𬭎".repeat(200), "TRANSFERRED_OUT", ITEM, List.of(0, 1, 2, 3, 4, 5, 6, 7));

        var token = tokens.sign(longest).text();

        assertTrue(token.length() <= 600, () -> token.length() + " characters");
        assertInstanceOf(Verified.class, tokens.verify(token, NOW));
    }

    @Test
    void leavesOutTheMiddleOfALongName() {
        assertEquals(
                "枣********司",
                claims("枣" + "*".repeat(30) + "司", "VALID", null, null).maskedHolder());
    }

    @Test
    void refusesToSignWhatWouldNotScan() {
        var tooLong = claims("𬭎".repeat(200), "TRANSFERRED_OUT", new ItemCode("S".repeat(64)), null);

        assertThrows(IllegalArgumentException.class, () -> tokens.sign(tooLong));
    }

    @Test
    void refusesAFieldBeyondThe64th() {
        assertThrows(InvalidValue.class, () -> claims("王*明", "VALID", null, List.of(64)));
    }

    @Test
    void livesForItsLastMomentAndEndsWithTheSecond() {
        var token = tokens.sign(CLAIMS).text();

        assertEquals(new Verified(CLAIMS), tokens.verify(token, NOW.plusMillis(59_999)));
        assertEquals(new Rejected(Flaw.EXPIRED), tokens.verify(token, NOW.plusSeconds(60)));
    }

    @Test
    void toleratesAClockThatIsBehindByTheSkewAndNoMore() {
        var token = tokens.sign(CLAIMS).text();

        assertEquals(new Verified(CLAIMS), tokens.verify(token, NOW.minus(SampleTokens.SKEW)));
        assertEquals(
                new Rejected(Flaw.FORGED),
                tokens.verify(token, NOW.minus(SampleTokens.SKEW).minusMillis(1)));
    }

    @Property(tries = 300)
    void refusesATokenWithAnyBitFlipped(@ForAll @IntRange(max = 99_999) int seed) {
        var token = new StringBuilder(tokens.sign(CLAIMS).text());
        int bit = seed % (token.length() * 7);
        token.setCharAt(bit / 7, (char) (token.charAt(bit / 7) ^ 1 << bit % 7));

        assertInstanceOf(Rejected.class, tokens.verify(token.toString(), NOW));
    }

    @Test
    void saysNothingOnceTheKeysTimeIsOver() {
        var stale = SampleTokens.show(new RingOf(false, true));

        assertEquals(
                new Rejected(Flaw.KEYS_STALE), stale.verify(tokens.sign(CLAIMS).text(), NOW));
    }

    @Test
    void j06_refusesATokenThatTheKeySignedAfterItsRetirement() {
        var retired = SampleTokens.show(new RingOf(true, false));

        assertEquals(
                new Rejected(Flaw.FORGED), retired.verify(tokens.sign(CLAIMS).text(), NOW));
    }

    @Test
    void showsNothingInLogs() {
        assertFalse(tokens.sign(CLAIMS).toString().contains("."));
        assertEquals(
                "UnverifiedToken",
                String.valueOf(UnverifiedToken.parse(tokens.sign(CLAIMS).text()).orElseThrow()));
    }

    private static ShowClaims claims(
            String name, String status, @Nullable ItemCode item, @Nullable List<Integer> fields) {
        return new ShowClaims(RandomId.next(), NOW, RandomId.next(), TYPE, name, status, item, null, fields);
    }

    /** The sample keys at another time of their life. */
    private record RingOf(boolean current, boolean couldSign) implements KeyRing {
        @Override
        public Signer signer(KeyPurpose purpose) {
            return Forge.RING.signer(purpose);
        }

        @Override
        public List<Signer> signers(KeyPurpose purpose) {
            return Forge.RING.signers(purpose);
        }

        @Override
        public Signer issuer(DepartmentCode department) {
            return Forge.RING.issuer(department);
        }

        @Override
        public Optional<Verifier> verifier(String kid, KeyPurpose purpose) {
            return Forge.RING.verifier(kid, purpose).map(key -> new AgedVerifier(key, current, couldSign));
        }

        @Override
        public List<Map<String, String>> publicKeys() {
            return Forge.RING.publicKeys();
        }
    }

    private record AgedVerifier(Verifier key, boolean current, boolean couldSign) implements Verifier {
        @Override
        public String kid() {
            return key.kid();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public byte[] publicKeyBytes() {
            return key.publicKeyBytes();
        }

        @Override
        public KeyTerms terms() {
            return key.terms();
        }

        @Override
        public boolean isCurrent(Instant now) {
            return current;
        }

        @Override
        public boolean couldSignAt(Instant then) {
            return couldSign;
        }

        @Override
        public boolean verifies(byte[] input, byte[] signature) {
            return key.verifies(input, signature);
        }
    }
}
