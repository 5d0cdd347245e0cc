package city.certfree.cli.drill.ledger;

import city.certfree.cli.bench.server.Administration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ledger of the clients held against the books of the database.
 *
 * @param accounts one for each effect
 * @param unmatched by how much the numbers of all leaves and of all records differ
 * @param unanswered keys that still wait for their answer
 * @param flaws answers that may not be, and logs that their node has given up
 */
public record Balance(List<Account> accounts, long unmatched, long unanswered, List<String> flaws) {
    /** A node begins a second log only when it no longer knows how far its own is, for nobody claims that from it in a drill. */
    private static final String LOGS_GIVEN_UP = "SELECT COUNT(*) - COUNT(DISTINCT `owner`) FROM `log_head`";

    public Balance {
        accounts = List.copyOf(accounts);
        flaws = List.copyOf(flaws);
    }

    /**
     * Draws it, after everybody has stopped and everything in doubt was asked again.
     *
     * @param before the books as they were before the first request
     */
    public static Balance draw(Ledger ledger, Books before, Administration database) {
        var after = Books.read(database);
        var accounts = Arrays.stream(Effect.values())
                .map(effect -> Account.of(effect, ledger, before, after))
                .toList();
        long unanswered = Long.parseLong(database.ask("SELECT COUNT(*) FROM `keyed_act` WHERE `answer` IS NULL"));
        return new Balance(accounts, Books.unmatched(database), unanswered, flaws(ledger, database));
    }

    private static List<String> flaws(Ledger ledger, Administration database) {
        var flaws = new ArrayList<>(ledger.flaws());
        long givenUp = Long.parseLong(database.ask(LOGS_GIVEN_UP));
        if (givenUp != 0) {
            flaws.add("a node that nobody else had claimed a log from began another: " + givenUp);
        }
        return flaws;
    }

    /** Whether nothing is lost, nothing doubled, and nothing open. */
    public boolean agrees() {
        return unmatched == 0
                && unanswered == 0
                && flaws.isEmpty()
                && accounts.stream().allMatch(Account::agrees);
    }
}
