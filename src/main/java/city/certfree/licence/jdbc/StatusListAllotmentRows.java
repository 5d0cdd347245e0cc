package city.certfree.licence.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StatusListAllotmentRows extends GenericRepository<StatusListAllotmentRows.Row, Integer> {
    /** Holds the row until the end of the transaction. */
    @Query("SELECT `id`, `next_place`, `key_id` FROM `status_list_allotment` WHERE `id` = 1 FOR UPDATE")
    Row lock();

    @Query("UPDATE `status_list_allotment` SET `next_place` = :nextPlace, `key_id` = :keyId WHERE `id` = 1")
    void advance(long nextPlace, String keyId);

    /** How far the status lists are given out: the one row with id 1. */
    @MappedEntity("status_list_allotment")
    record Row(@Id int id, long nextPlace, String keyId) {}
}
