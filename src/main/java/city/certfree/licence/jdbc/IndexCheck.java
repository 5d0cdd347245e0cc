package city.certfree.licence.jdbc;

import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/**
 * Stops the start on a store whose holders are indexed under another key than the one in use: nobody would be found, and
 * every answer would be that there is no such licence. Looks at the first row and at some others, wherever they lie.
 */
@Singleton
@Requires(missingProperty = "certfree.command")
final class IndexCheck {
    private static final int INDEX_BYTES = 32;
    private static final int PROBES = 16;

    private final ResealRows rows;
    private final KeyedIndex index;
    private final Transactions transactions;

    IndexCheck(ResealRows rows, KeyedIndex index, Transactions transactions) {
        this.rows = rows;
        this.index = index;
        this.transactions = transactions;
    }

    @EventListener
    void check(StartupEvent start) {
        IntStream.range(0, PROBES)
                .mapToObj(probe -> probe == 0 ? new byte[INDEX_BYTES] : somewhere())
                .flatMap(from -> transactions.read(() -> rows.indexKeyFrom(from)).stream())
                .filter(key -> !key.equals(index.keyId()))
                .findFirst()
                .ifPresent(this::refuse);
    }

    private static byte[] somewhere() {
        return ByteBuffer.allocate(INDEX_BYTES).put(RandomId.next().toBytes()).array();
    }

    private void refuse(String key) {
        throw new IllegalStateException("the store's holders are indexed under the key " + key + ", and "
                + index.keyId() + " is in use: run «certfree keys reseal» with these settings while no node serves");
    }
}
