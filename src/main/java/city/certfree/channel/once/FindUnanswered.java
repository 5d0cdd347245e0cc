package city.certfree.channel.once;

import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells of a caller's acts with a key that nobody has had an answer of. */
@Singleton
public final class FindUnanswered {
    private final KeyedActs acts;
    private final Transactions transactions;
    private final Clock clock;

    FindUnanswered(KeyedActs acts, Transactions transactions, Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The caller's acts of the last 24 hours without an answer, oldest first. */
    public List<Unanswered> of(String caller) {
        var dead = clock.instant().minus(OncePerKey.DEAD_AFTER);
        return transactions.read(() -> acts.unanswered(caller)).stream()
                .map(begun -> new Unanswered(begun, !begun.isBefore(dead)))
                .toList();
    }

    /**
     * An act.
     *
     * @param mayRun whether it may still be running; otherwise it is known that nothing was recorded, for an answer is kept
     *     together with its record or not at all
     */
    public record Unanswered(Instant begun, boolean mayRun) {}
}
