package city.certfree.audit.jdbc;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ActRecordRows extends GenericRepository<ActRecordRow, byte[]> {
    ActRecordRow save(ActRecordRow row);
}
