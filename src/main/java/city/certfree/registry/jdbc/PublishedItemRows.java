package city.certfree.registry.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PublishedItemRows extends GenericRepository<PublishedItemRow, String> {
    @Query("SELECT `item_code` FROM `published_item`")
    List<String> itemCodes();

    Iterable<PublishedItemRow> saveAll(Iterable<PublishedItemRow> rows);
}
