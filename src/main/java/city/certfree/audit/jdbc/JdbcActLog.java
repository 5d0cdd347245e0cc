package city.certfree.audit.jdbc;

import city.certfree.audit.ActLog;
import city.certfree.audit.ActRecord;
import city.certfree.audit.Pending;
import city.certfree.audit.log.LogWriter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Has acts recorded by the log's writer. */
@Singleton
final class JdbcActLog implements ActLog {
    private final LogWriter writer;

    JdbcActLog(LogWriter writer) {
        this.writer = writer;
    }

    @Override
    public <T> T perform(Supplier<T> changes, Function<T, Optional<ActRecord>> record) {
        return writer.append(Pending.act(changes, record));
    }
}
