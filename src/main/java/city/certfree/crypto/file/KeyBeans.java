package city.certfree.crypto.file;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealer;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;

/** Loads the keys at start, and hands them out as ports. */
@Factory
final class KeyBeans {
    @Context
    KeyRing keyRing(KeysInForce keys) {
        return new KeyRingInForce(keys);
    }

    @Context
    Sealer sealer(KeysInForce keys) {
        return new SealerInForce(keys);
    }

    /** The keys of the index change with a start only: an index and the name of its key are asked for apart. */
    @Context
    KeyedIndex keyedIndex(KeysInForce keys) {
        return keys.index();
    }
}
