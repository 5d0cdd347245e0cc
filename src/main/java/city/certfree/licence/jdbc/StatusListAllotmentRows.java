package city.certfree.licence.jdbc;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StatusListAllotmentRows extends GenericRepository<StatusListAllotmentRows.Row, Integer> {
    /** Holds the row until the end of the transaction. */
    @Query("SELECT `id`, `next_place`, `key_id` FROM `status_list_allotment` WHERE `id` = 1 FOR UPDATE")
    Row lock();

    @Query("UPDATE `status_list_allotment` SET `next_place` = :nextPlace, `key_id` = :keyId WHERE `id` = 1")
    void advance(long nextPlace, String keyId);

    @Query("SELECT `status_list`, `status_index` FROM `reserved_entry` WHERE `identifier` = :identifier")
    Optional<Reserved> reserved(String identifier);

    /** 0 when there is one for the identifier. */
    @Query("INSERT IGNORE INTO `reserved_entry` (`identifier`, `status_list`, `status_index`)"
            + " VALUES (:identifier, :statusList, :statusIndex)")
    int reserve(String identifier, long statusList, int statusIndex);

    /** An entry that is promised. */
    @Introspected
    record Reserved(long statusList, int statusIndex) {}

    /** How far the status lists are given out: the one row with id 1. */
    @MappedEntity("status_list_allotment")
    record Row(@Id int id, long nextPlace, String keyId) {}
}
