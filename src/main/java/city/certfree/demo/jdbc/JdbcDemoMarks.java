package city.certfree.demo.jdbc;

import city.certfree.demo.DemoMarks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Keeps the mark in the table {@code demo_mark}. */
@Singleton
final class JdbcDemoMarks implements DemoMarks {
    private static final int ONLY = 1;

    private final DemoMarkRows rows;

    JdbcDemoMarks(DemoMarkRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Mark> find() {
        return rows.findById(ONLY).map(row -> new Mark(row.day(), row.completedAt() != null));
    }

    @Override
    public void begin(LocalDate day, Instant at) {
        rows.save(new DemoMarkRow(ONLY, day, at, null));
    }

    @Override
    public void complete(Instant at) {
        rows.complete(at);
    }
}
