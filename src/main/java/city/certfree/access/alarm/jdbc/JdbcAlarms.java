package city.certfree.access.alarm.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.access.alarm.Alarm;
import city.certfree.access.alarm.AlarmPattern;
import city.certfree.access.alarm.Alarms;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps alarms in the table {@code alarm}; what citizens say is sealed, and empty when they said nothing. */
@Singleton
final class JdbcAlarms implements Alarms {
    private final AlarmRows rows;
    private final Sealer sealer;
    private final KeyedIndex index;

    JdbcAlarms(AlarmRows rows, Sealer sealer, KeyedIndex index) {
        this.rows = rows;
        this.sealer = sealer;
        this.index = index;
    }

    @Override
    public boolean add(Alarm alarm, String occasion) {
        var words = Objects.requireNonNullElse(alarm.words(), "").getBytes(UTF_8);
        var sealed = sealer.seal(words, place(alarm.id()));
        return rows.add(
                        alarm.id().toBytes(),
                        index.of("alarm", occasion.getBytes(UTF_8)).toBytes(),
                        alarm.pattern().name(),
                        alarm.office().value(),
                        alarm.caller(),
                        alarm.at(),
                        alarm.count(),
                        alarm.use(),
                        sealed.keyId(),
                        sealed.toBytes())
                == 1;
    }

    @Override
    public List<Alarm> latest(int limit) {
        return rows.latest(limit).stream().map(this::alarm).toList();
    }

    @Override
    public Optional<Alarm> find(RandomId id) {
        return rows.findById(id.toBytes()).map(this::alarm);
    }

    @Override
    public boolean see(RandomId id, String by, Instant at) {
        return rows.see(id.toBytes(), by, at) == 1;
    }

    private Alarm alarm(AlarmRow row) {
        var id = RandomId.fromBytes(row.id());
        var words = new String(sealer.open(new Sealed(row.wordsKeyId(), row.words()), place(id)), UTF_8);
        return new Alarm(
                id,
                AlarmPattern.valueOf(row.pattern()),
                new OfficeCode(row.officeCode()),
                row.caller(),
                row.at(),
                row.happened(),
                row.useRecord(),
                words.isEmpty() ? null : words,
                row.seenBy());
    }

    static String place(RandomId id) {
        return "alarm " + id;
    }
}
