package city.certfree.crypto.bc;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Verifier;
import java.time.Instant;

/** What is alike in the public keys of all algorithms: name and times. */
abstract class TimedVerifier implements Verifier {
    private final String kid;
    private final SignatureAlgorithm algorithm;
    private final KeyTerms terms;

    TimedVerifier(String kid, SignatureAlgorithm algorithm, KeyTerms terms) {
        this.kid = kid;
        this.algorithm = algorithm;
        this.terms = terms;
    }

    @Override
    public final String kid() {
        return kid;
    }

    @Override
    public final SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public final KeyTerms terms() {
        return terms;
    }

    @Override
    public final boolean isCurrent(Instant now) {
        return terms.isCurrent(now);
    }

    @Override
    public final boolean couldSignAt(Instant then) {
        return terms.couldSignAt(then);
    }

    @Override
    public final String toString() {
        return algorithm.jose() + "[" + kid + "]";
    }
}
