package city.certfree.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_YET_ACTIVE, VALID",
        "VALID, SUSPENDED",
        "SUSPENDED, VALID",
        "VALID, RESTRICTED",
        "RESTRICTED, VALID",
        "VALID, EXPIRED",
        "VALID, REVOKED",
        "VALID, WITHDRAWN",
        "VALID, SUPERSEDED",
        "VALID, TRANSFERRED_OUT",
        "TRANSFERRED_OUT, VALID",
        "EXPIRED, CANCELLED",
        "REVOKED, CANCELLED",
        "WITHDRAWN, CANCELLED"
    })
    void allowsWhatTheTableLists(LicenceStatus from, LicenceStatus to) {
        assertTrue(Lifecycle.allows(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, VALID",
        "SUPERSEDED, VALID",
        "REVOKED, VALID",
        "WITHDRAWN, VALID",
        "EXPIRED, VALID",
        "EXPIRED, SUSPENDED",
        "REVOKED, WITHDRAWN",
        "VALID, NOT_YET_ACTIVE",
        "TRANSFERRED_OUT, REVOKED"
    })
    void refusesWhatItDoesNot(LicenceStatus from, LicenceStatus to) {
        assertFalse(Lifecycle.allows(from, to));
    }

    @ParameterizedTest
    @EnumSource
    void nothingBecomesWhatItIs(LicenceStatus status) {
        assertFalse(Lifecycle.allows(status, status));
    }

    @Test
    void onlyCancelledAndSupersededAreFinal() {
        assertEquals(
                List.of(LicenceStatus.CANCELLED, LicenceStatus.SUPERSEDED),
                Arrays.stream(LicenceStatus.values())
                        .filter(status -> Lifecycle.next(status).isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyLifeCanEnd(LicenceStatus status) {
        var reached = new HashSet<>(Set.of(status));
        while (reached.addAll(
                reached.stream().flatMap(s -> Lifecycle.next(s).stream()).toList())) {
            // Until nothing new is reached.
        }
        assertTrue(reached.stream().anyMatch(s -> Lifecycle.next(s).isEmpty()));
    }
}
