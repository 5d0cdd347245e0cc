package city.certfree.channel.once;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.channel.once.KeyedActs.KeyedAct;
import city.certfree.channel.once.OnceResult.Done;
import city.certfree.channel.once.OnceResult.InProgress;
import city.certfree.channel.once.OnceResult.KeyReused;
import city.certfree.channel.once.OnceResult.Replayed;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.kernel.Transactions.StorageUnavailable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets an act with a key happen once. The key is taken first, in a transaction of its own, so that a second request sees it
 * at once; the answer is kept in the transaction of the act, so that there is never one without the other. A node that dies
 * in between leaves a key without an answer: nothing happened, and after a while the next request takes it over.
 */
@Singleton
public final class OncePerKey {
    /** How long a key is kept. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Longer than any act runs. */
    static final Duration DEAD_AFTER = Duration.ofMinutes(1);

    private final KeyedActs acts;
    private final AccessLog log;
    private final Sealer sealer;
    private final Transactions transactions;
    private final Clock clock;

    OncePerKey(KeyedActs acts, AccessLog log, Sealer sealer, Transactions transactions, Clock clock) {
        this.acts = acts;
        this.log = log;
        this.sealer = sealer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Has the log do the act, or gives its first answer again.
     *
     * @param act decides; the answer is kept with the act's record. If it throws, or the storage is away and it has an answer for
     *     that, the key is free again, unless the act is found to have happened after all
     */
    public OnceResult record(ActKey key, Supplier<Pending<FirstAnswer>> act) {
        return once(key, claim -> {
            var kept = new CopyOnWriteArrayList<FirstAnswer>();
            var answer = log.append(act.get().closing(known -> {
                keep(key, claim, known);
                kept.add(known);
            }));
            // What the storage's absence is answered by is not the act's answer: asked again, the act is to be done.
            if (!kept.contains(answer)) {
                releaseInTime(key, claim);
            }
            return answer;
        });
    }

    /**
     * Runs the act, or gives its first answer again.
     *
     * @param act what to do; its transaction becomes one with the keeping of the answer. If it throws, nothing happened and
     *     the key is free again
     */
    public OnceResult run(ActKey key, Supplier<FirstAnswer> act) {
        return once(
                key,
                claim -> transactions.write(() -> {
                    var answer = act.get();
                    keep(key, claim, answer);
                    return answer;
                }));
    }

    private OnceResult once(ActKey key, Function<RandomId, FirstAnswer> act) {
        var claim = RandomId.next();
        if (transactions.write(() -> acts.claim(key, claim, clock.instant()))) {
            return perform(key, claim, act);
        }
        return transactions
                .read(() -> acts.find(key))
                .map(known -> answer(key, claim, known, act))
                .orElseGet(InProgress::new);
    }

    private OnceResult answer(ActKey key, RandomId claim, KeyedAct known, Function<RandomId, FirstAnswer> act) {
        if (!known.request().equals(key.request())) {
            return new KeyReused();
        }
        if (known.answer() != null) {
            return new Replayed(FirstAnswer.fromBytes(sealer.open(known.answer(), place(key))));
        }
        var now = clock.instant();
        boolean dead = known.claimedAt().plus(DEAD_AFTER).isBefore(now);
        return dead && transactions.write(() -> acts.takeOver(key, known.claim(), claim, now))
                ? perform(key, claim, act)
                : new InProgress();
    }

    private OnceResult perform(ActKey key, RandomId claim, Function<RandomId, FirstAnswer> act) {
        try {
            return new Done(act.apply(claim));
        } catch (StorageUnavailable away) {
            releaseInTime(key, claim);
            throw away;
        } catch (RuntimeException nothingHappened) {
            release(key, claim, Optional.of(nothingHappened));
            throw nothingHappened;
        }
    }

    private void keep(ActKey key, RandomId claim, FirstAnswer answer) {
        if (!acts.complete(key, claim, sealer.seal(answer.toBytes(), place(key)))) {
            throw new IllegalStateException("the act ran so long that its key was taken over; it is undone");
        }
    }

    /** Nobody waits for a storage that is away: if it does not come back soon, the key is free after a minute. */
    private void releaseInTime(ActKey key, RandomId claim) {
        Thread.startVirtualThread(() -> release(key, claim, Optional.empty()));
    }

    /** Frees the key if it has no answer. It waits for a transaction that is giving it one. */
    private void release(ActKey key, RandomId claim, Optional<RuntimeException> reason) {
        try {
            transactions.write(() -> {
                acts.release(key, claim);
                return true;
            });
        } catch (RuntimeException e) {
            reason.ifPresent(first -> first.addSuppressed(e));
        }
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forget() {
        transactions.write(() -> {
            acts.forgetBefore(clock.instant().minus(KEPT));
            return true;
        });
    }

    private static String place(ActKey key) {
        return ActKey.place(key.caller(), key.key());
    }
}
