package city.certfree.channel.once;

import city.certfree.crypto.Sealed;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that callers have used in the last 24 hours. */
public interface KeyedActs {
    /** Takes a key for an attempt; false when it is taken. */
    boolean claim(ActKey key, RandomId claim, Instant now);

    /** What is known of a key; empty when it was never taken, or has been forgotten. */
    Optional<KeyedAct> find(ActKey key);

    /** Takes a key over from an attempt that died; false when another was quicker. */
    boolean takeOver(ActKey key, RandomId from, RandomId claim, Instant now);

    /** Keeps the answer of the attempt that holds the key; false when it holds it no longer. */
    boolean complete(ActKey key, RandomId claim, Sealed answer);

    /** Gives the key back, since nothing happened. */
    void release(ActKey key, RandomId claim);

    /** When the caller's acts began that have no answer: they still run, or died and did nothing. Oldest first. */
    List<Instant> unanswered(String caller);

    /** Forgets the keys taken before this moment. */
    void forgetBefore(Instant moment);

    /**
     * What is known of a key.
     *
     * @param answer null while the act still runs
     */
    record KeyedAct(Sha256 request, RandomId claim, Instant claimedAt, @Nullable Sealed answer) {}
}
