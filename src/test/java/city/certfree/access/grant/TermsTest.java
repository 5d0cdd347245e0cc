package city.certfree.access.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.Channel;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a grant holds, and for what. */
class TermsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
    private static final LicenceTypeCode MARRIAGE = new LicenceTypeCode("11370400XN0011061G001");
    private static final ItemCode BIRTH = new ItemCode("S07110500013");

    /** Days and hours are those of Shanghai: a day begins at 16:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T15:59:59.999Z, false",
        "2026-11-22T16:00:00Z,     true",
        "2026-11-24T15:59:59.999Z, true",
        "2026-11-24T16:00:00Z,     false"
    })
    void holdsFromItsFirstDayThroughItsLast(Instant now, boolean holds) {
        assertEquals(holds, new Terms(FIRST, FIRST.plusDays(1), null, null).allow(now));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T00:29:59.999Z, false",
        "2026-11-23T00:30:00Z,     true",
        "2026-11-23T09:59:59.999Z, true",
        "2026-11-23T10:00:00Z,     false",
        "2036-11-23T01:00:00Z,     true"
    })
    void holdsInItsHoursOfEveryDay(Instant now, boolean holds) {
        var hours = new Terms.Hours(LocalTime.of(8, 30), LocalTime.of(18, 0));
        assertEquals(holds, new Terms(FIRST, null, hours, null).allow(now));
    }

    @Test
    void isRefusedWhenItHoldsNever() {
        assertThrows(InvalidValue.class, () -> new Terms(FIRST, FIRST.minusDays(1), null, null));
        assertThrows(InvalidValue.class, () -> new Terms(FIRST, null, null, 0));
        assertThrows(InvalidValue.class, () -> new Terms.Hours(LocalTime.NOON, LocalTime.NOON));
    }

    @Test
    void coversWhatItNamesAndWhereItNamesNothingAnything() {
        var asked = new Scope.Asked(MARRIAGE, BIRTH, Channel.SHARE);
        assertEquals(true, Scope.ANY.covers(asked));
        assertEquals(true, new Scope(MARRIAGE, BIRTH, Channel.SHARE).covers(asked));
        assertEquals(false, new Scope(MARRIAGE, BIRTH, Channel.LOOKUP).covers(asked));
        assertEquals(false, new Scope(MARRIAGE, new ItemCode("S01"), null).covers(asked));
        assertEquals(false, new Scope(new LicenceTypeCode("11370400XN0011061G002"), null, null).covers(asked));
    }
}
