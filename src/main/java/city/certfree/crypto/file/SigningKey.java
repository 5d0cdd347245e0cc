package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.bc.KeyPairs;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.DepartmentCode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the service's own key pairs, as its key file describes it. The members of the file are told in docs/tokens.md. */
final class SigningKey {
    static final String PURPOSE = "certfree_purpose";
    static final String ISSUER = "certfree_issuer";
    static final String STATE = "certfree_state";
    static final String ACTIVE = "active";
    static final String RETIRED_AT = "certfree_retired_at";

    private final KeyPurpose purpose;
    private final @Nullable DepartmentCode issuer;
    private final KeyTerms terms;
    private final Signer signer;
    private final Verifier verifier;
    private final Map<String, String> publicMembers;

    private SigningKey(
            KeyPurpose purpose,
            @Nullable DepartmentCode issuer,
            KeyTerms terms,
            Signer signer,
            Verifier verifier,
            Map<String, String> publicMembers) {
        this.purpose = purpose;
        this.issuer = issuer;
        this.terms = terms;
        this.signer = signer;
        this.verifier = verifier;
        this.publicMembers = publicMembers;
    }

    /**
     * Reads a key pair and proves that its halves belong together by signing once.
     *
     * @throws city.certfree.kernel.InvalidValue naming the key and the member that is wrong
     */
    static SigningKey read(Jwk described, ReferencedKeys references) {
        var jwk = references.complete(described);
        var purpose = word(jwk, PURPOSE, KeyPurpose.class);
        var issuer = jwk.optionalText(ISSUER).map(DepartmentCode::new).orElse(null);
        if ((purpose == KeyPurpose.LICENCE) != (issuer != null)) {
            throw jwk.refused(ISSUER, "belongs to the keys for licences, and to no others");
        }
        var pairs = KeyPairs.of(algorithm(jwk, purpose));
        jwk.expect("use", "sig");
        var terms = terms(jwk);
        var verifier = pairs.ownVerifier(jwk, terms);
        jwk.expect("kid", verifier.kid());
        var signer = references.signer(jwk).orElseGet(() -> pairs.signer(jwk));
        byte[] sample = signer.kid().getBytes(UTF_8);
        if (!verifier.verifies(sample, signer.sign(sample))) {
            throw jwk.refused("d", "is not the private key of the public one");
        }
        return new SigningKey(purpose, issuer, terms, signer, verifier, publicMembers(jwk, pairs, purpose, issuer));
    }

    /** By its JOSE name, of a key that was read. */
    static SignatureAlgorithm algorithm(String jose) {
        return Stream.of(SignatureAlgorithm.values())
                .filter(algorithm -> algorithm.jose().equals(jose))
                .findFirst()
                .orElseThrow();
    }

    /** The key files name it, so that who reads them need not know the curves. Signed notes know no ES256. */
    private static SignatureAlgorithm algorithm(Jwk jwk, KeyPurpose purpose) {
        jwk.text("alg");
        var algorithm = KeyPairs.algorithm(jwk);
        if (purpose == KeyPurpose.LOG && algorithm == SignatureAlgorithm.ES256) {
            throw jwk.refused("alg", "is not one for the log");
        }
        return algorithm;
    }

    static KeyTerms terms(Jwk jwk) {
        var state = word(jwk, STATE, KeyTerms.State.class);
        var notBefore = jwk.time("nbf", Instant.MIN);
        var notAfter = jwk.time("exp", Instant.MAX);
        var retiredAt = jwk.time(RETIRED_AT, Instant.MAX);
        try {
            return new KeyTerms(state, notBefore, notAfter, retiredAt);
        } catch (IllegalArgumentException e) {
            throw jwk.refused(STATE, "does not fit its times: " + e.getMessage());
        }
    }

    static <E extends Enum<E>> E word(Jwk jwk, String member, Class<E> words) {
        var given = jwk.text(member);
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(given)) {
                return word;
            }
        }
        throw jwk.refused(member, "is not a word known here");
    }

    private static Map<String, String> publicMembers(
            Jwk jwk, KeyPairs pairs, KeyPurpose purpose, @Nullable DepartmentCode issuer) {
        var members = new LinkedHashMap<String, String>();
        pairs.publicMembers().forEach(name -> members.put(name, jwk.text(name)));
        for (var name : new String[] {"kid", "alg", "use"}) {
            members.put(name, jwk.text(name));
        }
        members.put(PURPOSE, purpose.name().toLowerCase(Locale.ROOT));
        if (issuer != null) {
            members.put(ISSUER, issuer.value());
        }
        return Collections.unmodifiableMap(members);
    }

    String kid() {
        return signer.kid();
    }

    KeyPurpose purpose() {
        return purpose;
    }

    Optional<DepartmentCode> issuer() {
        return Optional.ofNullable(issuer);
    }

    SignatureAlgorithm algorithm() {
        return verifier.algorithm();
    }

    KeyTerms terms() {
        return terms;
    }

    Signer signer() {
        return signer;
    }

    Verifier verifier() {
        return verifier;
    }

    Map<String, String> publicMembers() {
        return publicMembers;
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
