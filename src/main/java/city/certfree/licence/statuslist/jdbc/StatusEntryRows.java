package city.certfree.licence.statuslist.jdbc;

import city.certfree.licence.LicenceStatus;
import city.certfree.licence.statuslist.StatusEntries;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each reading is one statement, so that its time and what it saw belong together; without an entry it has one row of nulls. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface StatusEntryRows extends GenericRepository<StatusEntryRows.Allotment, Integer> {
    @Query("SELECT `next_place` FROM `status_list_allotment` WHERE `id` = 1")
    long nextPlace();

    @Query("SELECT UNIX_TIMESTAMP() AS `read_at`, l.`status_index`, l.`status` FROM `status_list_allotment` a"
            + " LEFT JOIN `licence` l ON l.`status_list` = :list AND l.`status` <> 'VALID' WHERE a.`id` = 1")
    List<Row> notValid(long list);

    /**
     * What has changed.
     *
     * @param seconds below zero: how far to look back
     */
    @Query("SELECT UNIX_TIMESTAMP() AS `read_at`, l.`status_index`, l.`status` FROM `status_list_allotment` a"
            + " LEFT JOIN `licence` l ON l.`status_list` = :list"
            + " AND l.`status_changed_at` >= TIMESTAMPADD(SECOND, :seconds, CURRENT_TIMESTAMP(6)) WHERE a.`id` = 1")
    List<Row> changed(long list, long seconds);

    /** What is read of the row that there always is; Micronaut Data wants a repository to have a table. */
    @MappedEntity("status_list_allotment")
    record Allotment(@Id int id) {}

    /** An entry beside the database's time, in seconds since 1970. */
    @Introspected
    record Row(long readAt, @Nullable Integer statusIndex, @Nullable LicenceStatus status) {
        /** The entry; empty when none was found. */
        Optional<StatusEntries.Entry> entry() {
            return statusIndex == null || status == null
                    ? Optional.empty()
                    : Optional.of(new StatusEntries.Entry(statusIndex, status));
        }
    }
}
