package city.certfree.access.delegation.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.delegation.Delegation;
import city.certfree.access.delegation.Delegations;
import city.certfree.fixture.Holders;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What delegating needs of its store, on whatever database. */
abstract class DelegationsContract {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05.000001Z");
    private static final Instant END = NOW.plusSeconds(3600);

    @Inject
    Delegations delegations;

    @Inject
    Transactions transactions;

    private final HolderCode principal = Holders.citizen("甲").code();
    private final HolderCode agent = Holders.citizen("乙").code();

    @Test
    void findsWhatWasAddedByItsIdAndByEitherSide() {
        var first = added(NOW);
        var second = added(NOW.plusSeconds(1));
        assertEquals(Optional.of(first), delegations.find(first.id()));
        assertEquals(List.of(second, first), delegations.givenBy(principal));
        assertEquals(List.of(second, first), delegations.givenTo(agent));
        assertEquals(List.of(), delegations.givenBy(agent));
        assertEquals(List.of(), delegations.givenTo(principal));
        assertEquals(Optional.empty(), delegations.find(RandomId.next()));
    }

    @Test
    void isRevokedOnceAndStaysSo() {
        var given = added(NOW);
        assertTrue(transactions.write(() -> delegations.revoke(given.id(), NOW.plusSeconds(5))));
        assertFalse(transactions.write(() -> delegations.revoke(given.id(), NOW.plusSeconds(9))));
        var revoked = delegations.find(given.id()).orElseThrow();
        assertEquals(NOW.plusSeconds(5), revoked.revokedAt());
        assertFalse(revoked.isInForceAt(NOW));
    }

    @Test
    void holdsUntilItsEndOrItsRevocation() {
        var given = added(NOW);
        assertTrue(holds(given, END.minusNanos(1_000)));
        assertFalse(holds(given, END));
        transactions.write(() -> delegations.revoke(given.id(), NOW));
        assertFalse(holds(given, NOW));
        assertFalse(transactions.write(() -> delegations.holds(RandomId.next(), NOW)));
    }

    /** What is done under a delegation is done before it is revoked, or not at all. */
    @Test
    void aRevocationWaitsForWhoeverActsUnderTheDelegation() throws Exception {
        var given = added(NOW);
        var acting = new CountDownLatch(1);
        var actedOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var act = threads.submit(() -> transactions.write(() -> {
                boolean held = delegations.holds(given.id(), NOW);
                acting.countDown();
                await(actedOn);
                return held && delegations.find(given.id()).orElseThrow().revokedAt() == null;
            }));
            acting.await();
            var revoked = threads.submit(() -> transactions.write(() -> delegations.revoke(given.id(), NOW)));
            assertFalse(revoked.isDone());
            actedOn.countDown();
            assertTrue(act.get());
            assertTrue(revoked.get());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean holds(Delegation given, Instant now) {
        return transactions.write(() -> delegations.holds(given.id(), now));
    }

    private Delegation added(Instant at) {
        var type = new LicenceTypeCode("11370400XN0011213W006");
        var delegation = new Delegation(
                RandomId.next(),
                principal,
                Holders.organisation("某店").code(),
                agent,
                "乙某　某",
                new LicenceIdentifier(type, "11370400XN0011213W", "ABC123", 1),
                new ItemCode("S01112100273"),
                at,
                END,
                null);
        transactions.run(() -> delegations.add(delegation));
        return delegation;
    }
}
