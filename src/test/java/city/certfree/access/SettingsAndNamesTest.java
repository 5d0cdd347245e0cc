package city.certfree.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.access.account.NewPassword;
import city.certfree.access.grant.Grantee;
import city.certfree.access.grant.Grantee.Kind;
import city.certfree.access.session.SessionSettings;
import city.certfree.kernel.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is refused before anything is done with it. */
class SettingsAndNamesTest {
    @Test
    void aSessionIsIdleForAMinuteAtLeastAndLastsNoShorterThanThat() {
        var minute = Duration.ofMinutes(1);
        assertEquals(minute, new SessionSettings(minute, minute, minute).lifetime());
        assertThrows(IllegalArgumentException.class, () -> new SessionSettings(minute.minusNanos(1), minute, minute));
        assertThrows(IllegalArgumentException.class, () -> new SessionSettings(minute.plusNanos(1), minute, minute));
    }

    /** Counted by code points: a rare character is one, although it takes two units. */
    @Test
    void aPasswordHasTwelveToAHundredAndTwentyEightCharacters() {
        assertEquals("𬭎".repeat(128), new NewPassword("𬭎".repeat(128)).value());
        assertThrows(InvalidValue.class, () -> new NewPassword("𬭎".repeat(11)));
        assertThrows(InvalidValue.class, () -> new NewPassword("a".repeat(129)));
        assertEquals("NewPassword", NewPassword.random().toString());
    }

    @Test
    void aGrantIsForAnOfficeOrAClient() {
        assertEquals("demo-system", Grantee.system("demo-system").code());
        assertThrows(InvalidValue.class, () -> Grantee.system("-demo"));
        assertThrows(InvalidValue.class, () -> new Grantee(Kind.OFFICE, "demo-system"));
    }
}
