package city.certfree.channel.slip;

import city.certfree.access.Requester;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.CallerUses;
import city.certfree.audit.CallerUses.Span;
import city.certfree.audit.Outcome;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists what a clerk has done today. */
@Singleton
public final class ReadDay {
    private static final int LATEST = 50;

    private final CallerUses uses;
    private final Slips slips;
    private final Transactions transactions;
    private final Clock clock;

    ReadDay(CallerUses uses, Slips slips, Transactions transactions, Clock clock) {
        this.uses = uses;
        this.slips = slips;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The clerk's day so far.
     *
     * @param outcomes only uses that ended so; the counts are of all
     * @param after continue below this record; null: from the newest
     * @param limit at most so many uses
     */
    public Day of(Requester.Clerk clerk, Set<Outcome> outcomes, @Nullable RecordId after, int limit) {
        var today = CityTime.today(clock);
        var span = span(clerk, today);
        return transactions.read(() -> new Day(today, uses.counts(span), uses.of(span, outcomes, after, limit)));
    }

    /** Which of the latest uses are not known to have stood on the screen. */
    public Unseen unseen(Requester.Clerk clerk) {
        var span = span(clerk, CityTime.today(clock));
        return transactions.read(() -> {
            var latest = uses.of(span, Set.of(Outcome.values()), null, LATEST);
            var unseen = latest.stream().filter(use -> !slips.isShown(use.id())).toList();
            return new Unseen(unseen, unseen.size() < latest.size());
        });
    }

    private static Span span(Requester.Clerk clerk, LocalDate day) {
        return new Span(
                clerk.office(), clerk.caller(), day.atStartOfDay(CityTime.ZONE).toInstant());
    }

    /**
     * A clerk's day.
     *
     * @param counts how many uses ended how
     * @param uses newest first
     */
    public record Day(LocalDate date, Map<Outcome, Long> counts, List<AccessRecord> uses) {
        public Day {
            counts = Map.copyOf(counts);
            uses = List.copyOf(uses);
        }
    }

    /**
     * Uses of which it was never noted that their answer was seen.
     *
     * @param uses newest first, of the last 50
     * @param known whether any was noted at all: otherwise the browser notes none, and nothing can be said
     */
    public record Unseen(List<AccessRecord> uses, boolean known) {
        public Unseen {
            uses = List.copyOf(uses);
        }
    }
}
