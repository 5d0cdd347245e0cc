package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.bc.JwkPublicKeySets;
import city.certfree.crypto.file.SampleKeys;
import city.certfree.kernel.DepartmentCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An access token that comes again and again: its signature is verified once, and everything else each time. */
class VerifiedBeforeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");

    private final Ring ring = new Ring();
    private final JoseAccessTokens tokens = new JoseAccessTokens(
            new OwnTokens(ring, SampleTokens.SETTINGS),
            new ClientAssertions(new JwkPublicKeySets(), SampleTokens.SETTINGS));
    private final String token = tokens.issue("demo-system", NOW).text();

    @Test
    void itsSignatureIsVerifiedOnce() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.of("demo-system"), tokens.verify(token, NOW.plusSeconds(i)));
        }
        assertEquals(1, ring.verified);
    }

    @Test
    void itEndsWhenItEnds() {
        assertEquals(Optional.of("demo-system"), tokens.verify(token, NOW.plusSeconds(599)));
        assertEquals(Optional.empty(), tokens.verify(token, NOW.plusSeconds(600)));
    }

    @Test
    void itEndsWithItsKey() {
        tokens.verify(token, NOW);
        ring.gone = true;
        assertEquals(Optional.empty(), tokens.verify(token, NOW));
    }

    @Test
    void itEndsWhenItsKeyIsNotCurrentAnyMore() {
        tokens.verify(token, NOW);
        ring.current = false;
        assertEquals(Optional.empty(), tokens.verify(token, NOW));
    }

    /** Keys that are loaded anew may have other terms under the same name. */
    @Test
    void aKeyThatWasLoadedAnewVerifiesItAnew() {
        tokens.verify(token, NOW);
        ring.reload();
        assertEquals(Optional.of("demo-system"), tokens.verify(token, NOW));
        assertEquals(2, ring.verified);
    }

    @Test
    void anotherTokenWithTheSameClaimsIsNotIt() {
        tokens.verify(token, NOW);
        var forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
        assertEquals(Optional.empty(), tokens.verify(forged, NOW));
        assertEquals(Optional.empty(), tokens.verify(forged, NOW));
        assertEquals(3, ring.verified);
    }

    /** The sample keys, whose verifying is counted. */
    private static final class Ring implements KeyRing {
        private final KeyRing real = SampleKeys.ring();
        private int verified;
        private boolean current = true;
        private boolean gone;
        private Verifier access = counting();

        void reload() {
            access = counting();
        }

        private Verifier counting() {
            var key = real.verifier(real.signer(KeyPurpose.ACCESS).kid(), KeyPurpose.ACCESS)
                    .orElseThrow();
            return new Verifier() {
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
                public boolean verifies(byte[] input, byte[] signature) {
                    verified++;
                    return key.verifies(input, signature);
                }

                @Override
                public boolean isCurrent(Instant now) {
                    return current && key.isCurrent(now);
                }

                @Override
                public boolean couldSignAt(Instant at) {
                    return key.couldSignAt(at);
                }
            };
        }

        @Override
        public Signer signer(KeyPurpose purpose) {
            return real.signer(purpose);
        }

        @Override
        public List<Signer> signers(KeyPurpose purpose) {
            return real.signers(purpose);
        }

        @Override
        public Signer issuer(DepartmentCode department) {
            return real.issuer(department);
        }

        @Override
        public Optional<Verifier> verifier(String kid, KeyPurpose purpose) {
            return gone || purpose != KeyPurpose.ACCESS ? Optional.empty() : Optional.of(access);
        }

        @Override
        public List<Map<String, String>> publicKeys() {
            return real.publicKeys();
        }

        @Override
        public Optional<String> refusedChange() {
            return real.refusedChange();
        }
    }
}
