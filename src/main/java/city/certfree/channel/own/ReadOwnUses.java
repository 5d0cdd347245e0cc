package city.certfree.channel.own;

import city.certfree.access.AccessControl;
import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessLog.RecordedUse;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a citizen who has used his or her licences, and those of the organisations he or she legally represents. */
@Singleton
public final class ReadOwnUses {
    private final AccessControl access;
    private final Licences licences;
    private final AccessLog log;
    private final Transactions transactions;

    ReadOwnUses(AccessControl access, Licences licences, AccessLog log, Transactions transactions) {
        this.access = access;
        this.licences = licences;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * The uses and refused uses, newest first.
     *
     * @param after continue below this record; null: from the newest
     * @param limit at most so many
     */
    public Uses of(HolderCode citizen, @Nullable RecordId after, int limit) {
        return transactions.read(() -> {
            var holders = licences.holdersUnder(access.own(citizen));
            return new Uses(log.of(holders, after, limit), log.count(holders));
        });
    }

    /**
     * A page of uses.
     *
     * @param total of all pages
     */
    public record Uses(List<RecordedUse> uses, long total) {
        public Uses {
            uses = List.copyOf(uses);
        }
    }
}
