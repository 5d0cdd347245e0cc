package city.certfree.cli.drill.ledger;

import city.certfree.cli.drill.ledger.Reply.Settled;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the ledger says of one effect, held against what the database holds of it.
 *
 * @param effect of which it speaks
 * @param sent requests, each counted once however often it was asked
 * @param acknowledged effects that are settled, the ones among them that were in doubt included
 * @param doubted requests that were in doubt for a while
 * @param rows that were changed since the begin; 0 where the effect has none
 * @param records that were added since the begin
 * @param leaves that stand for those records
 * @param lost rows, records and leaves that a client was promised and that are not there
 * @param doubled rows, records and leaves that are there and that nobody was told of
 * @param open requests whose end nobody could find out
 */
public record Account(
        Effect effect,
        int sent,
        int acknowledged,
        int doubted,
        int rows,
        int records,
        int leaves,
        int lost,
        int doubled,
        int open) {

    static Account of(Effect effect, Ledger ledger, Books before, Books after) {
        var settled =
                ledger.of(effect).flatMap(entry -> entry.settled().stream()).toList();
        var rows = new Sides(promised(ledger, effect, Settled::row), added(after.rows(effect), before.rows(effect)));
        var promisedRecords = promised(ledger, effect, Settled::record);
        var records = new Sides(promisedRecords, added(after.records(effect), before.records(effect)));
        var leaves = new Sides(promisedRecords, added(after.leaves(effect), before.leaves(effect)));
        return new Account(
                effect,
                (int) ledger.of(effect).count(),
                settled.size(),
                (int) ledger.of(effect).filter(Entry::wasDoubted).count(),
                rows.found.size(),
                records.found.size(),
                leaves.found.size(),
                rows.lost() + records.lost() + leaves.lost(),
                rows.doubled() + records.doubled() + leaves.doubled(),
                (int) ledger.of(effect).filter(Entry::isOpen).count());
    }

    private static List<String> promised(Ledger ledger, Effect effect, Function<Settled, Optional<String>> of) {
        return ledger.of(effect)
                .flatMap(entry -> entry.settled().stream())
                .flatMap(settled -> of.apply(settled).stream())
                .toList();
    }

    private static Set<String> added(Set<String> after, Set<String> before) {
        var added = new HashSet<>(after);
        added.removeAll(before);
        return added;
    }

    /** Whether both sides agree, and nothing is open. */
    public boolean agrees() {
        return lost == 0 && doubled == 0 && open == 0;
    }

    private record Sides(List<String> promised, Set<String> found) {
        /** One that two clients were promised is one too few. */
        int lost() {
            int distinct = Set.copyOf(promised).size();
            return promised.size() - distinct + without(Set.copyOf(promised), found);
        }

        int doubled() {
            return without(found, Set.copyOf(promised));
        }

        private static int without(Set<String> all, Set<String> others) {
            return (int) all.stream().filter(one -> !others.contains(one)).count();
        }
    }
}
