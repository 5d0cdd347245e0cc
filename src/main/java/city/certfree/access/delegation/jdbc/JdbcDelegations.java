package city.certfree.access.delegation.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.access.delegation.Delegation;
import city.certfree.access.delegation.Delegations;
import city.certfree.crypto.Indexed;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps delegations in the table {@code delegation}. */
@Singleton
final class JdbcDelegations implements Delegations {
    private final DelegationRows rows;
    private final Sealer sealer;
    private final KeyedIndex index;

    JdbcDelegations(DelegationRows rows, Sealer sealer, KeyedIndex index) {
        this.rows = rows;
        this.sealer = sealer;
        this.index = index;
    }

    @Override
    public void add(Delegation d) {
        var body = String.join("\n", line(d.principal()), line(d.holder()), line(d.agent()), d.agentName());
        var sealed = sealer.seal(body.getBytes(UTF_8), place(d.id()));
        rows.save(new DelegationRow(
                d.id().toBytes(),
                index.of(d.principal()).toBytes(),
                index.of(d.agent()).toBytes(),
                index.keyId(),
                d.licence().value(),
                d.item().value(),
                d.givenAt(),
                d.until(),
                d.revokedAt(),
                sealed.keyId(),
                sealed.toBytes()));
    }

    @Override
    public Optional<Delegation> find(RandomId id) {
        return rows.findByDelegationId(id.toBytes()).map(this::delegation);
    }

    @Override
    public List<Delegation> givenBy(HolderCode principal) {
        return of(principal, rows::findByPrincipalIndex);
    }

    @Override
    public List<Delegation> givenTo(HolderCode agent) {
        return of(agent, rows::findByAgentIndex);
    }

    /** Under every key that was in use: a row keeps the index of its time. */
    private List<Delegation> of(HolderCode citizen, Function<byte[], List<DelegationRow>> find) {
        return index.everyOf(citizen).stream()
                .map(Indexed::index)
                .flatMap(each -> find.apply(each.toBytes()).stream())
                .map(this::delegation)
                .sorted(Comparator.comparing(Delegation::givenAt).reversed())
                .toList();
    }

    @Override
    public boolean revoke(RandomId id, Instant now) {
        return rows.revoke(id.toBytes(), now) == 1;
    }

    @Override
    public boolean holds(RandomId id, Instant now) {
        return rows.locked(id.toBytes())
                .filter(row -> row.revokedAt() == null && now.isBefore(row.validUntil()))
                .isPresent();
    }

    private Delegation delegation(DelegationRow row) {
        var id = RandomId.fromBytes(row.delegationId());
        var lines = new String(sealer.open(new Sealed(row.sealKeyId(), row.body()), place(id)), UTF_8).split("\n", 4);
        return new Delegation(
                id,
                holder(lines[0]),
                holder(lines[1]),
                holder(lines[2]),
                lines[3],
                LicenceIdentifier.parse(row.identifier()),
                new ItemCode(row.itemCode()),
                row.givenAt(),
                row.validUntil(),
                row.revokedAt());
    }

    private static String line(HolderCode holder) {
        return holder.type().code() + holder.value();
    }

    private static HolderCode holder(String line) {
        return new HolderCode(HolderCodeType.of(line.substring(0, 3)).orElseThrow(), line.substring(3));
    }

    static String place(RandomId id) {
        return "delegation " + id;
    }
}
