package city.certfree.audit.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.audit.ActLog;
import city.certfree.audit.ActRecord;
import city.certfree.audit.CanonicalJson;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps acts in the table {@code act_record}. */
@Singleton
final class JdbcActLog implements ActLog {
    private final ActRecordRows rows;
    private final Sealer sealer;
    private final Transactions transactions;

    JdbcActLog(ActRecordRows rows, Sealer sealer, Transactions transactions) {
        this.rows = rows;
        this.sealer = sealer;
        this.transactions = transactions;
    }

    @Override
    public <T> T perform(Supplier<T> changes, Function<T, Optional<ActRecord>> record) {
        return transactions.write(() -> {
            var result = changes.get();
            record.apply(result).map(this::row).ifPresent(rows::save);
            return result;
        });
    }

    private ActRecordRow row(ActRecord act) {
        var details = CanonicalJson.text(act.details()).getBytes(UTF_8);
        var sealed = sealer.seal(details, "act_record " + act.id());
        return new ActRecordRow(
                act.id().value().toBytes(),
                act.at(),
                act.office().value(),
                act.actor(),
                act.event().name(),
                act.subject(),
                RandomId.next().toBytes(),
                sealed.keyId(),
                sealed.toBytes());
    }
}
