package city.certfree.licence.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RepresentationRows extends GenericRepository<RepresentationRow, byte[]> {
    void saveAll(List<RepresentationRow> rows);

    @Query("SELECT `person_index`, `organisation_index`, `index_key_id`, `body_key_id`, `body` FROM `representation`"
            + " WHERE `person_index` = :person ORDER BY `organisation_index`")
    List<RepresentationRow> ofPerson(byte[] person);
}
