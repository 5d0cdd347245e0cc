package city.certfree.channel.slip.jdbc;

import city.certfree.channel.slip.Slips;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.OptionalInt;

/** Keeps slips in the table {@code slip}, whose primary key decides who has which number. */
@Singleton
final class JdbcSlips implements Slips {
    private final SlipRows rows;

    JdbcSlips(SlipRows rows) {
        this.rows = rows;
    }

    @Override
    public int printed(RecordId use) {
        return rows.largest(use.value().toBytes());
    }

    @Override
    public boolean isShown(RecordId use) {
        return rows.count(use.value().toBytes(), 0) > 0;
    }

    @Override
    public OptionalInt numbered(RecordId use, RandomId key) {
        return rows.numbered(use.value().toBytes(), key.toBytes()).stream()
                .mapToInt(number -> number)
                .findFirst();
    }

    @Override
    public boolean add(RecordId use, int number, RandomId key, Instant at) {
        return rows.add(use.value().toBytes(), number, key.toBytes(), at) == 1;
    }
}
