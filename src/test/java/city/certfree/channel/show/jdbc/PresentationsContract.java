package city.certfree.channel.show.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.channel.show.Presentation;
import city.certfree.channel.show.Presentations;
import city.certfree.channel.show.Presentations.Redemption;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.token.ShowCode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What showing needs of its store, on whatever database. */
abstract class PresentationsContract {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final Instant END = NOW.plusSeconds(60);
    private static final OfficeCode OFFICE = new OfficeCode("37040010001");
    private static final OfficeCode OTHER_OFFICE = new OfficeCode("37040010002");
    private static final HolderCode CITIZEN = HolderCode.ofCitizen("370499199001010015");

    @Inject
    Presentations presentations;

    @Inject
    Transactions transactions;

    @Test
    void findsWhatWasAddedByEachOfItsThreeNames() {
        var shown = presentation(new ItemCode("S01112100273"), List.of("licenseNo", "validTo"));
        var code = add(shown);
        assertEquals(Optional.of(shown), presentations.byShowId(shown.showId()));
        assertEquals(Optional.of(shown), presentations.byJti(shown.jti()));
        assertEquals(Optional.of(shown), presentations.byCode(code));
    }

    @Test
    void tellsNoFieldsFromTheItemsFields() {
        var none = presentation(null, List.of());
        var items = presentation(null, null);
        add(none);
        add(items);
        assertEquals(Optional.of(none), presentations.byShowId(none.showId()));
        assertEquals(Optional.of(items), presentations.byShowId(items.showId()));
    }

    @Test
    void findsNothingUnderAnotherName() {
        assertEquals(Optional.empty(), presentations.byShowId(RandomId.next()));
        assertEquals(Optional.empty(), presentations.byJti(RandomId.next()));
        assertEquals(Optional.empty(), presentations.byCode(ShowCode.next()));
    }

    @Test
    void isRedeemedOnceAndRemembersByWhom() {
        var shown = presentation(null, null);
        add(shown);
        assertTrue(redeem(shown, NOW));
        assertFalse(redeem(shown, NOW));
        var used = presentations.byShowId(shown.showId()).orElseThrow();
        assertEquals(NOW, used.usedAt());
        assertEquals(OFFICE, used.usedBy());
        assertEquals(Presentation.State.USED, used.stateAt(END.plusSeconds(1)));
    }

    /** At its end it is expired; a microsecond before, it is not. */
    @Test
    void isNotRedeemedAtItsEnd() {
        var shown = presentation(null, null);
        add(shown);
        assertFalse(redeem(shown, END));
        assertTrue(redeem(shown, END.minusNanos(1000)));
    }

    @Test
    void isRedeemedByExactlyOneOfManyAtOnce() throws Exception {
        var shown = presentation(null, null);
        add(shown);
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 50; i++) {
            attempts.add(() -> redeem(shown, NOW));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int accepted = 0;
            for (var answer : threads.invokeAll(attempts)) {
                accepted += answer.get() ? 1 : 0;
            }
            assertEquals(1, accepted);
        }
    }

    /** More than one statement takes; each remembers who accepted it. */
    @Test
    void severalAreRedeemedAtOnceEachByItsOffice() {
        var offices = List.of(OFFICE, OTHER_OFFICE);
        for (int count : List.of(2, 3, 70)) {
            var redemptions = new ArrayList<Redemption>();
            for (int i = 0; i < count; i++) {
                var shown = presentation(null, null);
                add(shown);
                redemptions.add(new Redemption(shown.showId(), offices.get(i % 2)));
            }
            assertTrue(transactions.write(() -> presentations.redeemAll(redemptions, NOW)));
            for (var redemption : redemptions) {
                var used = presentations.byShowId(redemption.showId()).orElseThrow();
                assertEquals(NOW, used.usedAt());
                assertEquals(redemption.office(), used.usedBy());
            }
        }
    }

    @Test
    void severalAreNotAllRedeemedWhenOneIsUsedOrOver() {
        var used = presentation(null, null);
        var open = presentation(null, null);
        add(used);
        add(open);
        redeem(used, NOW);
        var both = List.of(new Redemption(used.showId(), OTHER_OFFICE), new Redemption(open.showId(), OTHER_OFFICE));
        assertFalse(transactions.write(() -> presentations.redeemAll(both, NOW.plusSeconds(1))));
        assertEquals(OFFICE, presentations.byShowId(used.showId()).orElseThrow().usedBy());

        var over = List.of(
                new Redemption(addedPresentation().showId(), OFFICE),
                new Redemption(addedPresentation().showId(), OFFICE));
        assertFalse(transactions.write(() -> presentations.redeemAll(over, END)));
        for (var redemption : over) {
            assertNull(presentations.byShowId(redemption.showId()).orElseThrow().usedAt());
        }
    }

    private Presentation addedPresentation() {
        var shown = presentation(null, null);
        add(shown);
        return shown;
    }

    @Test
    void forgetsWhatHasEnded() {
        var shown = presentation(null, null);
        add(shown);
        transactions.run(() -> presentations.forgetEndedBefore(END));
        assertTrue(presentations.byShowId(shown.showId()).isPresent());
        transactions.run(() -> presentations.forgetEndedBefore(END.plusSeconds(1)));
        assertTrue(presentations.byShowId(shown.showId()).isEmpty());
    }

    private boolean redeem(Presentation shown, Instant at) {
        return transactions.write(() -> presentations.redeem(new Redemption(shown.showId(), OFFICE), at));
    }

    private ShowCode add(Presentation shown) {
        var code = ShowCode.next();
        transactions.run(() -> presentations.add(shown, code));
        return code;
    }

    private static Presentation presentation(@Nullable ItemCode item, @Nullable List<String> fields) {
        return new Presentation(
                RandomId.next(),
                RandomId.next(),
                CITIZEN,
                HolderCode.ofOrganisation(creditCode()),
                new LicenceIdentifier(new LicenceTypeCode("11370400XN0011213W006"), "11370400XN0011213W", "ABC123", 1),
                item,
                fields,
                END,
                null,
                null,
                null);
    }

    private static String creditCode() {
        var first = "91370499XN0000001";
        return first + HolderCode.creditCheck(first);
    }
}
