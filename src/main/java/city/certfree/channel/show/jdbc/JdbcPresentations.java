package city.certfree.channel.show.jdbc;

import city.certfree.channel.show.Presentation;
import city.certfree.channel.show.Presentation.Agency;
import city.certfree.channel.show.Presentations;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.jdbc.SharedReads;
import city.certfree.jdbc.SharedReads.Found;
import city.certfree.jdbc.SharedReads.KeyedQuery;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import city.certfree.token.ShowCode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps presentations in the table {@code presentation}. */
@Singleton
final class JdbcPresentations implements Presentations {
    private static final String SELECT = "SELECT " + PresentationRow.COLUMNS + " FROM `presentation` WHERE";

    private final PresentationRows rows;
    private final RedemptionStatement redemptions;
    private final SharedReads<Sha256, PresentationRow> byCode;
    private final SharedReads<RandomId, PresentationRow> byJti;
    private final Sealer sealer;
    private final KeyedIndex index;

    JdbcPresentations(
            PresentationRows rows, Statements statements, Transactions transactions, Sealer sealer, KeyedIndex index) {
        this.rows = rows;
        redemptions = new RedemptionStatement(statements);
        byCode = new SharedReads<>(
                statements,
                transactions,
                new KeyedQuery(SELECT, "`code_index` = ?"),
                (row, code) -> row.setBytes(1, code.toBytes()),
                row -> found(row, PresentationRow::codeIndex, Sha256::fromBytes));
        byJti = new SharedReads<>(
                statements,
                transactions,
                new KeyedQuery(SELECT, "`jti` = ?"),
                (row, jti) -> row.setBytes(1, jti.toBytes()),
                row -> found(row, PresentationRow::jti, RandomId::fromBytes));
        this.sealer = sealer;
        this.index = index;
    }

    @Override
    public void add(Presentation p, ShowCode code) {
        var agency = p.agency();
        var people = line(p.citizen()) + "\n" + line(p.holder()) + (agency == null ? "" : "\n" + agency.agentName());
        var sealed = sealer.seal(people.getBytes(StandardCharsets.UTF_8), place(p.showId()));
        var item = p.item();
        var fields = p.fields();
        rows.save(new PresentationRow(
                p.showId().toBytes(),
                p.jti().toBytes(),
                codeIndex(code).toBytes(),
                index.of(p.citizen()).toBytes(),
                index.keyId(),
                p.licence().value(),
                item == null ? null : item.value(),
                fields == null ? null : String.join("|", fields),
                sealed.keyId(),
                sealed.toBytes(),
                p.expiresAt(),
                p.usedAt(),
                null,
                agency == null ? null : agency.delegation().toBytes()));
    }

    @Override
    public Optional<Presentation> byShowId(RandomId showId) {
        return rows.findByShowId(showId.toBytes()).map(this::presentation);
    }

    @Override
    public Optional<Presentation> byJti(RandomId jti) {
        return byJti.of(jti).stream().findFirst().map(this::presentation);
    }

    @Override
    public Optional<Presentation> byCode(ShowCode code) {
        return byCode.of(codeIndex(code)).stream().findFirst().map(this::presentation);
    }

    @Override
    public boolean redeem(Redemption redemption, Instant now) {
        return redemptions.run(List.of(redemption), now);
    }

    @Override
    public boolean redeemAll(List<Redemption> all, Instant now) {
        return redemptions.run(all, now);
    }

    @Override
    public boolean acceptedOffline(RandomId showId, OfficeCode office, Instant acceptedAt) {
        return rows.acceptedOffline(showId.toBytes(), office.value(), acceptedAt) == 1;
    }

    @Override
    public void forgetEndedBefore(Instant moment) {
        rows.deleteEndedBefore(moment);
    }

    /** The digits are a secret while they live, and few enough to be tried: only their keyed index is kept. */
    private Sha256 codeIndex(ShowCode code) {
        return index.of("show-code", code.digits().getBytes(StandardCharsets.US_ASCII));
    }

    private static <K> Found<K, PresentationRow> found(
            ResultSet row, Function<PresentationRow, byte[]> column, Function<byte[], K> key) throws SQLException {
        var presentation = PresentationRow.read(row);
        return new Found<>(key.apply(column.apply(presentation)), presentation);
    }

    private Presentation presentation(PresentationRow row) {
        var showId = RandomId.fromBytes(row.showId());
        var people = new String(
                        sealer.open(new Sealed(row.sealKeyId(), row.body()), place(showId)), StandardCharsets.UTF_8)
                .split("\n", -1);
        var item = row.itemCode();
        var usedBy = row.usedBy();
        return new Presentation(
                showId,
                RandomId.fromBytes(row.jti()),
                holder(people[0]),
                holder(people[1]),
                LicenceIdentifier.parse(row.identifier()),
                item == null ? null : new ItemCode(item),
                fields(row.fields()),
                row.expiresAt(),
                row.usedAt(),
                usedBy == null ? null : new OfficeCode(usedBy),
                agency(row, people));
    }

    @SuppressWarnings("NullAway") // it cannot follow the second annotation that Micronaut Data needs on the component
    private static @Nullable Agency agency(PresentationRow row, String[] people) {
        return row.delegationId() == null ? null : new Agency(RandomId.fromBytes(row.delegationId()), people[2]);
    }

    private static @Nullable List<String> fields(@Nullable String joined) {
        if (joined == null) {
            return null;
        }
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|", -1));
    }

    private static String line(HolderCode holder) {
        return holder.type().code() + holder.value();
    }

    private static HolderCode holder(String line) {
        return new HolderCode(HolderCodeType.of(line.substring(0, 3)).orElseThrow(), line.substring(3));
    }

    static String place(RandomId showId) {
        return "presentation " + showId;
    }
}
