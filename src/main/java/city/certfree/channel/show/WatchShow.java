package city.certfree.channel.show;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells a citizen what became of what he or she holds out. */
@Singleton
public final class WatchShow {
    private final Presentations presentations;
    private final Transactions transactions;

    WatchShow(Presentations presentations, Transactions transactions) {
        this.presentations = presentations;
        this.transactions = transactions;
    }

    /** The citizen's own presentation; empty when there is none of this id, or it is another's. */
    public Optional<Presentation> watch(HolderCode citizen, RandomId showId) {
        return transactions.read(
                () -> presentations.byShowId(showId).filter(p -> p.citizen().equals(citizen)));
    }
}
