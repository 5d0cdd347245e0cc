package city.certfree.licence.statuslist;

import city.certfree.kernel.Transactions;
import city.certfree.token.StatusListTokens;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gives a status list as it stands, signed. A node keeps the lists in memory, and asks the database for what has changed. */
@Singleton
public final class PublishStatusList {
    private final StatusEntries entries;
    private final StatusListTokens tokens;
    private final StatusListSettings settings;
    private final Transactions transactions;
    private final Map<Long, KeptList> lists = new ConcurrentHashMap<>();

    PublishStatusList(
            StatusEntries entries, StatusListTokens tokens, StatusListSettings settings, Transactions transactions) {
        this.entries = entries;
        this.tokens = tokens;
        this.settings = settings;
        this.transactions = transactions;
    }

    /**
     * The list of this number; empty when none has been begun.
     *
     * @throws Transactions.StorageUnavailable if what has changed cannot be read: an old list is never given for a new one
     */
    public Optional<PublishedList> publish(long number) {
        return find(number).map(list -> list.current(settings.refreshAfter(), this::read, tokens));
    }

    private Optional<KeptList> find(long number) {
        var known = lists.get(number);
        if (known != null) {
            return Optional.of(known);
        }
        boolean begun = number >= 0 && number < transactions.read(entries::lists);
        return begun ? Optional.of(lists.computeIfAbsent(number, KeptList::new)) : Optional.empty();
    }

    private StatusEntries.Reading read(KeptList.Wanted wanted) {
        return transactions.read(() -> switch (wanted) {
            case KeptList.Wanted.Everything(long list) -> entries.notValid(list);
            case KeptList.Wanted.Changes(long list, var time) -> entries.changed(list, time);
        });
    }
}
