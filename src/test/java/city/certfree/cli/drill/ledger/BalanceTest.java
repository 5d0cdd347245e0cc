package city.certfree.cli.drill.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.server.Administration;
import city.certfree.cli.drill.ledger.Reply.Doubtful;
import city.certfree.cli.drill.ledger.Reply.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a difference between what clients were told and what the database holds is seen, whichever it is. */
class BalanceTest {
    private final Ledger ledger = new Ledger();
    private final Rows rows = new Rows();

    @Test
    void agreesWhenEverythingIsThereOnce() {
        redeemed("show-1", "record-1");
        var balance = balance();

        assertTrue(balance.agrees());
        assertEquals(new Account(Effect.SHOW_REDEEM, 1, 1, 0, 1, 1, 1, 0, 0, 0), redemptions(balance));
    }

    @Test
    void leavesOutWhatWasThereBefore() {
        redeemed("show-1", "record-1");
        rows.used.add("old");
        rows.uses.add("SHOW old-record");
        rows.leaves.add("SHOW old-record");
        rows.before = 1;

        assertTrue(balance().agrees());
    }

    @Test
    void seesALostRow() {
        redeemed("show-1", "record-1");
        rows.used.clear();
        assertLostAndDoubled(1, 0);
    }

    @Test
    void seesALostRecordAndItsLostLeaf() {
        redeemed("show-1", "record-1");
        rows.uses.clear();
        rows.leaves.clear();
        assertLostAndDoubled(2, 0);
    }

    @Test
    void seesALostLeaf() {
        redeemed("show-1", "record-1");
        rows.leaves.clear();
        assertLostAndDoubled(1, 0);
        assertEquals(1, balance().unmatched());
    }

    @Test
    void seesARecordThatNobodyWasToldOf() {
        redeemed("show-1", "record-1");
        rows.uses.add("SHOW record-2");
        rows.leaves.add("SHOW record-2");
        assertLostAndDoubled(0, 2);
    }

    @Test
    void seesTwoClientsWhoWereToldOfOneEffect() {
        redeemed("show-1", "record-1");
        redeemed("show-1", "record-1");
        rows.used.removeLast();
        rows.uses.removeLast();
        rows.leaves.removeLast();
        assertLostAndDoubled(3, 0);
    }

    @Test
    void seesWhatNobodyKnowsTheEndOf() {
        ledger.open(ReplyTest.request(Effect.SHARE, "")).note(new Doubtful(503));
        assertFalse(balance().agrees());
    }

    @Test
    void seesAKeyWithTwoAnswers() {
        var entry = redeemed("show-1", "record-1");
        entry.note(new Settled(Optional.of("record-2"), Optional.of("show-1")));
        assertEquals(1, balance().flaws().size());
        assertFalse(balance().agrees());
    }

    @Test
    void seesAKeyThatStillWaits() {
        rows.unanswered = 1;
        assertFalse(balance().agrees());
    }

    @Test
    void seesALogThatItsNodeHasGivenUp() {
        rows.logsGivenUp = 1;
        assertEquals(1, balance().flaws().size());
        assertFalse(balance().agrees());
    }

    private Entry redeemed(String show, String record) {
        var entry = ledger.open(ReplyTest.request(Effect.SHOW_REDEEM, show));
        entry.note(new Settled(Optional.of(record), Optional.of(show)));
        rows.used.add(show);
        rows.uses.add("SHOW " + record);
        rows.leaves.add("SHOW " + record);
        return entry;
    }

    private void assertLostAndDoubled(int lost, int doubled) {
        var balance = balance();
        assertEquals(lost, redemptions(balance).lost(), "lost");
        assertEquals(doubled, redemptions(balance).doubled(), "doubled");
        assertFalse(balance.agrees());
    }

    private static Account redemptions(Balance balance) {
        return balance.accounts().stream()
                .filter(account -> account.effect() == Effect.SHOW_REDEEM)
                .findFirst()
                .orElseThrow();
    }

    private Balance balance() {
        return Balance.draw(ledger, Books.read(rows.asBefore()), rows);
    }

    /** A database by what each of its questions is answered. */
    private static final class Rows implements Administration {
        final List<String> used = new ArrayList<>();
        final List<String> uses = new ArrayList<>();
        final List<String> leaves = new ArrayList<>();

        /** How many of each were there at first: the last ones. */
        int before;

        long unanswered;

        long logsGivenUp;

        Rows asBefore() {
            var then = new Rows();
            then.used.addAll(used.subList(used.size() - before, used.size()));
            then.uses.addAll(uses.subList(uses.size() - before, uses.size()));
            then.leaves.addAll(leaves.subList(leaves.size() - before, leaves.size()));
            return then;
        }

        @Override
        public List<String> list(String query) {
            if (query.contains("`used_at` IS NOT NULL")) {
                return used;
            }
            if (query.contains("`access_record`")) {
                return query.contains("`log_leaf`") ? leaves : uses;
            }
            return List.of();
        }

        @Override
        public String ask(String query) {
            if (query.contains("`keyed_act`")) {
                return Long.toString(unanswered);
            }
            if (query.contains("`log_head`")) {
                return Long.toString(logsGivenUp);
            }
            return Integer.toString(query.contains("`log_leaf`") ? leaves.size() : uses.size());
        }

        @Override
        public void execute(List<String> statements) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean executeIfThereIsRoom(String statement) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
