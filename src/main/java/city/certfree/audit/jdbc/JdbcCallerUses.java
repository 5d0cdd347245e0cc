package city.certfree.audit.jdbc;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.CallerUses;
import city.certfree.audit.Outcome;
import city.certfree.kernel.RecordId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the uses of a caller by the index of {@code access_record} that is made for it. */
@Singleton
final class JdbcCallerUses implements CallerUses {
    /** Above every record: the largest moment that the column holds. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final AccessRecordRows rows;
    private final AccessRecords records;

    JdbcCallerUses(AccessRecordRows rows, AccessRecords records) {
        this.rows = rows;
        this.records = records;
    }

    @Override
    public List<AccessRecord> of(Span span, Set<Outcome> outcomes, @Nullable RecordId after, int limit) {
        var start = Optional.ofNullable(after)
                .flatMap(id -> rows.findByRecordId(id.value().toBytes()));
        if (outcomes.isEmpty() || (after != null && start.isEmpty())) {
            return List.of();
        }
        var found = rows.findOfCaller(
                span.caller(),
                span.office().value(),
                span.from(),
                start.map(AccessRecordRow::at).orElse(END_OF_TIME),
                start.map(AccessRecordRow::recordId).orElse(new byte[16]),
                outcomes.stream().map(Outcome::name).toList(),
                limit);
        return found.stream().map(records::record).toList();
    }

    @Override
    public Map<Outcome, Long> counts(Span span) {
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        rows.countOfCaller(span.caller(), span.office().value(), span.from())
                .forEach(count -> counts.put(Outcome.valueOf(count.outcome()), count.uses()));
        return counts;
    }
}
