package city.certfree.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceStatusTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @CsvSource({"2025-12-31, NOT_YET_ACTIVE", "2026-01-01, VALID", "2026-12-31, VALID", "2027-01-01, EXPIRED"})
    void isValidFromItsFirstThroughItsLastDay(LocalDate day, LicenceStatus expected) {
        assertEquals(expected, LicenceStatus.VALID.on(day, FIRST, LAST));
    }

    @Test
    void neverExpiresWithoutAnEnd() {
        assertEquals(LicenceStatus.VALID, LicenceStatus.VALID.on(LocalDate.of(9999, 12, 31), FIRST, null));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, SUSPENDED", "2026-06-01, REVOKED", "2027-01-01, TRANSFERRED_OUT"})
    void isWhatTheIssuerSaysWhateverTheDay(LocalDate day, LicenceStatus set) {
        assertEquals(set, set.on(day, FIRST, LAST));
    }
}
