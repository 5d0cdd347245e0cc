package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.channel.LicenceView;
import city.certfree.channel.NamedCode;
import city.certfree.fixture.SmallRegistry;
import city.certfree.licence.LicenceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "30, true", "31, false", "90, false"})
    void remindsWhenItEndsWithin90DaysAndLouderWithin30(long days, boolean verySoon) {
        var card = card(LicenceStatus.VALID, TODAY.plusDays(days));
        assertEquals(days, card.daysLeft());
        assertTrue(card.endsSoon());
        assertEquals(verySoon, card.endsVerySoon());
    }

    @Test
    void isSilentAboutWhatEndsLaterOrNever() {
        assertNull(card(LicenceStatus.VALID, TODAY.plusDays(91)).daysLeft());
        assertNull(card(LicenceStatus.VALID, null).daysLeft());
    }

    @Test
    void isSilentAboutWhatIsNotValidAnyway() {
        assertNull(card(LicenceStatus.SUSPENDED, TODAY.plusDays(3)).daysLeft());
        assertNull(card(LicenceStatus.EXPIRED, TODAY.minusDays(1)).daysLeft());
    }

    @ParameterizedTest
    @EnumSource(LicenceStatus.class)
    void onlyWhatIsValidCanBeHeldOut(LicenceStatus status) {
        boolean valid = status == LicenceStatus.VALID;
        assertEquals(valid, card(status, null).showable());
        assertEquals(valid, card(status, null).group() == Card.Group.IN_FORCE);
    }

    @Test
    void aTypeThatNobodyTakesByShowIsNotHeldOut() {
        var marriage = new SmallRegistry()
                .current()
                .catalogue()
                .type(SmallRegistry.MARRIAGE)
                .orElseThrow();
        var food = card(LicenceStatus.VALID, null);
        assertFalse(new Card(food.licence(), marriage, food.status(), null).showable());
    }

    private static Card card(LicenceStatus status, @Nullable LocalDate validTo) {
        var type = new SmallRegistry()
                .current()
                .catalogue()
                .type(SmallRegistry.FOOD)
                .orElseThrow();
        var issued = LocalDate.of(2020, 1, 1);
        var licence = new LicenceView(
                "1.2.156.3005.2.x",
                type.code().value(),
                type.name(),
                "JY1",
                List.of(),
                new NamedCode("11370400XN00110706", "民政局"),
                issued,
                issued,
                validTo,
                status.name(),
                1,
                Map.of());
        return Card.of(licence, type, TODAY);
    }
}
