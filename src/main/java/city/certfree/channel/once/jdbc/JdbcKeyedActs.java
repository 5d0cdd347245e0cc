package city.certfree.channel.once.jdbc;

import city.certfree.channel.once.ActKey;
import city.certfree.channel.once.KeyedActs;
import city.certfree.crypto.Sealed;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps keys in the table {@code keyed_act}, whose primary key decides who was first. */
@Singleton
final class JdbcKeyedActs implements KeyedActs {
    private final KeyedActRows rows;

    JdbcKeyedActs(KeyedActRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean claim(ActKey key, RandomId claim, Instant now) {
        return rows.insert(key.caller(), key.key().toBytes(), key.request().toBytes(), claim.toBytes(), now) == 1;
    }

    @Override
    public Optional<KeyedAct> find(ActKey key) {
        return rows.find(key.caller(), key.key().toBytes()).map(JdbcKeyedActs::act);
    }

    private static KeyedAct act(KeyedActRow row) {
        var keyId = row.sealKeyId();
        return new KeyedAct(
                Sha256.fromBytes(row.requestDigest()),
                RandomId.fromBytes(row.claim()),
                row.claimedAt(),
                keyId == null ? null : new Sealed(keyId, row.answer()));
    }

    @Override
    public boolean takeOver(ActKey key, RandomId from, RandomId claim, Instant now) {
        return rows.takeOver(key.caller(), key.key().toBytes(), from.toBytes(), claim.toBytes(), now) == 1;
    }

    @Override
    public boolean complete(ActKey key, RandomId claim, Sealed answer) {
        return rows.complete(key.caller(), key.key().toBytes(), claim.toBytes(), answer.keyId(), answer.toBytes()) == 1;
    }

    @Override
    public void release(ActKey key, RandomId claim) {
        rows.delete(key.caller(), key.key().toBytes(), claim.toBytes());
    }

    @Override
    public List<Instant> unanswered(String caller) {
        return rows.unanswered(caller);
    }

    @Override
    public void forgetBefore(Instant moment) {
        rows.deleteBefore(moment);
    }
}
