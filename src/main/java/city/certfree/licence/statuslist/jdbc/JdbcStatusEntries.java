package city.certfree.licence.statuslist.jdbc;

import static city.certfree.licence.StatusListEntry.LIST_ENTRIES;

import city.certfree.licence.statuslist.StatusEntries;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads the entries from the licences themselves. */
@Singleton
final class JdbcStatusEntries implements StatusEntries {
    private final StatusEntryRows rows;

    JdbcStatusEntries(StatusEntryRows rows) {
        this.rows = rows;
    }

    @Override
    public long lists() {
        return (rows.nextPlace() + LIST_ENTRIES - 1) / LIST_ENTRIES;
    }

    @Override
    public Reading notValid(long list) {
        return reading(rows.notValid(list));
    }

    @Override
    public Reading changed(long list, Duration time) {
        return reading(rows.changed(list, -time.toSeconds() - 1));
    }

    private static Reading reading(List<StatusEntryRows.Row> found) {
        var at = Instant.ofEpochSecond(found.getFirst().readAt());
        var entries = found.stream().flatMap(row -> row.entry().stream()).toList();
        return new Reading(at, entries);
    }
}
