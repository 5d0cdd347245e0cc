package city.certfree.audit.tree;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.Sha256;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proofs that no tree has, on trees of one to three leaves worked out by hand (RFC 9162, section 2.1.1). */
class ProofCheckTest {
    private static final Sha256 A = Sha256.of(new byte[] {0, 'a'});
    private static final Sha256 B = Sha256.of(new byte[] {0, 'b'});
    private static final Sha256 C = Sha256.of(new byte[] {0, 'c'});
    private static final Sha256 AB = Sha256.of(new byte[] {1}, A.toBytes(), B.toBytes());
    private static final Sha256 ABC = Sha256.of(new byte[] {1}, AB.toBytes(), C.toBytes());

    @Test
    void takesTheTreesThatAre() {
        assertTrue(ProofCheck.included(A, 0, 1, List.of(), A));
        assertTrue(ProofCheck.included(B, 1, 3, List.of(A, C), ABC));
        assertTrue(ProofCheck.included(C, 2, 3, List.of(AB), ABC));
        assertTrue(ProofCheck.consistent(1, 3, A, ABC, List.of(B, C)));
        assertTrue(ProofCheck.consistent(2, 3, AB, ABC, List.of(C)));
        assertTrue(ProofCheck.consistent(3, 3, ABC, ABC, List.of()));
    }

    @Test
    void refusesPlacesThatAreNotInTheTree() {
        assertFalse(ProofCheck.included(A, -1, 1, List.of(), A));
        assertFalse(ProofCheck.included(A, 1, 1, List.of(), A));
        assertFalse(ProofCheck.included(A, 0, 0, List.of(), A));
    }

    @Test
    void refusesPathsThatAreTooShortOrTooLong() {
        assertFalse(ProofCheck.included(A, 0, 2, List.of(), A));
        assertFalse(ProofCheck.included(A, 0, 1, List.of(B), AB));
        assertFalse(ProofCheck.included(B, 1, 3, List.of(A), AB));
        assertFalse(ProofCheck.included(C, 2, 3, List.of(AB, A), ABC));
    }

    @Test
    void refusesWhatContinuesNothingOrSomethingElse() {
        assertFalse(ProofCheck.consistent(0, 3, A, ABC, List.of()));
        assertFalse(ProofCheck.consistent(3, 2, ABC, AB, List.of()));
        assertFalse(ProofCheck.consistent(3, 3, ABC, ABC, List.of(A)));
        assertFalse(ProofCheck.consistent(3, 3, ABC, AB, List.of()));
        assertFalse(ProofCheck.consistent(2, 3, AB, ABC, List.of()));
        assertFalse(ProofCheck.consistent(2, 3, AB, ABC, List.of(C, A)));
        assertFalse(ProofCheck.consistent(2, 3, A, ABC, List.of(C)));
        assertFalse(ProofCheck.consistent(2, 3, AB, AB, List.of(C)));
    }
}
