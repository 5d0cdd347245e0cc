package city.certfree.channel.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What callers with a key rely on, on whatever database. */
abstract class OncePerKeyContract {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final FirstAnswer ANSWER = new FirstAnswer(200, "{\"a\":\"王小明\n\"}");

    @Inject
    KeyedActs acts;

    @Inject
    AccessLog log;

    @Inject
    Sealer sealer;

    @Inject
    Transactions transactions;

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void performsOnceAndThenGivesTheFirstAnswer() {
        var key = key("body");
        done.set(0);
        assertEquals(new OnceResult.Done(ANSWER), at(NOW).run(key, this::act));
        assertEquals(new OnceResult.Replayed(ANSWER), at(NOW).run(key, this::act));
        assertEquals(1, done.get());
    }

    @Test
    void h18_refusesTheKeyForAnotherRequest() {
        var key = key("body");
        at(NOW).run(key, this::act);
        var other = new ActKey(key.caller(), key.key(), digest("other body"));
        assertInstanceOf(OnceResult.KeyReused.class, at(NOW).run(other, this::act));
    }

    @Test
    void h18_keepsTheKeysOfTwoCallersApart() {
        var key = key("body");
        at(NOW).run(key, this::act);
        var other = new ActKey("another", key.key(), key.request());
        assertInstanceOf(OnceResult.Done.class, at(NOW).run(other, this::act));
    }

    @Test
    void tellsThatTheFirstStillRuns() {
        var key = key("body");
        at(NOW).run(key, () -> {
            assertInstanceOf(OnceResult.InProgress.class, inAnotherThread(key));
            return ANSWER;
        });
    }

    @Test
    void freesTheKeyWhenNothingHappened() {
        var key = key("body");
        assertThrows(IllegalStateException.class, () -> at(NOW).run(key, () -> {
            throw new IllegalStateException("the act failed");
        }));
        assertEquals(new OnceResult.Done(ANSWER), at(NOW).run(key, this::act));
    }

    @Test
    void takesTheKeyOverFromANodeThatDied() {
        var key = key("body");
        transactions.write(() -> acts.claim(key, RandomId.next(), NOW));
        var late = NOW.plus(OncePerKey.DEAD_AFTER);
        assertInstanceOf(OnceResult.InProgress.class, at(late).run(key, this::act));
        assertInstanceOf(OnceResult.Done.class, at(late.plusMillis(1)).run(key, this::act));
    }

    /** The storage was away when the act was to be decided: that is no answer to give again for a day. */
    @Test
    void keepsNoAnswerToAnActThatCouldNotBeDecided() {
        var key = key("body");
        var away = new FirstAnswer(200, "{\"verdict\":\"UNAVAILABLE\"}");
        assertEquals(new OnceResult.Done(away), at(NOW).record(key, () -> Pending.undecided(away)));
        assertEquals(new OnceResult.Done(ANSWER), recordedOnceFree(key));
        assertEquals(new OnceResult.Replayed(ANSWER), at(NOW).record(key, () -> Pending.answered(ANSWER)));
    }

    /** The storage was away when the act was to be recorded: whoever asks again at once is not told to wait for a minute. */
    @Test
    void freesTheKeyOfAnActThatCouldNotBeRecorded() {
        var key = key("body");
        var away = new FirstAnswer(200, "{\"verdict\":\"UNAVAILABLE\"}");
        var unrecorded =
                new OncePerKey(acts, new LogThatIsAway(log), sealer, transactions, Clock.fixed(NOW, ZoneOffset.UTC));
        var first = unrecorded.record(key, () -> Pending.answered(ANSWER).whenUnavailable(away));
        assertEquals(new OnceResult.Done(away), first);
        assertEquals(new OnceResult.Done(ANSWER), recordedOnceFree(key));
    }

    /** Nobody is kept waiting until the key is free; who asks again a moment too early is told that the first still runs. */
    private OnceResult recordedOnceFree(ActKey key) {
        OnceResult result = new OnceResult.InProgress();
        for (int tries = 0; result instanceof OnceResult.InProgress && tries < 10_000; tries++) {
            result = at(NOW).record(key, () -> Pending.answered(ANSWER));
        }
        return result;
    }

    @Test
    void undoesAnActWhoseKeyWasTakenOver() {
        var key = key("body");
        var other = key("effect");
        assertThrows(IllegalStateException.class, () -> at(NOW).run(key, () -> {
            acts.claim(other, RandomId.next(), NOW);
            var running = acts.find(key).orElseThrow();
            acts.takeOver(key, running.claim(), RandomId.next(), NOW);
            return ANSWER;
        }));
        assertEquals(0, transactions.read(() -> acts.find(other)).stream().count());
    }

    @Test
    void h18_forgetsKeysAfterADay() {
        var key = key("body");
        at(NOW.minus(Duration.ofDays(2))).run(key, this::act);
        at(NOW).forget();
        assertInstanceOf(OnceResult.Done.class, at(NOW).run(key, this::act));
    }

    private FirstAnswer act() {
        done.incrementAndGet();
        return ANSWER;
    }

    /** On a connection of its own, as another node would come. */
    private OnceResult inAnotherThread(ActKey key) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(() -> at(NOW).run(key, this::act)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private OncePerKey at(Instant now) {
        return new OncePerKey(acts, log, sealer, transactions, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ActKey key(String body) {
        return new ActKey("caller", digest(RandomId.next().toString()), digest(body));
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
