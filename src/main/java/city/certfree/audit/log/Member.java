package city.certfree.audit.log;

import city.certfree.audit.Draft;
import city.certfree.audit.LogRecord;
import city.certfree.audit.Pending;
import city.certfree.audit.Pending.Condition;
import city.certfree.audit.Pending.Joint;
import city.certfree.audit.Pending.Presumed;
import city.certfree.audit.Receipt;
import city.certfree.audit.note.LogProof;
import city.certfree.kernel.Presumptions.Presumption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** An act that waits for its group. Only the writer changes it, until {@code done} says what became of it. */
final class Member<T> {
    private static final Object NOTHING = new Object();

    private final Pending<T> act;
    private final LogStore store;

    /** What the caller computes when the act is durable: work that need not hold up the group. */
    private final CompletableFuture<Supplier<T>> done = new CompletableFuture<>();

    /** The answer when what it was decided by does not hold; empty: it holds. */
    private Optional<T> outdated = Optional.empty();

    private Optional<Prepared<T>> prepared = Optional.empty();
    private Supplier<T> answer = () -> {
        throw new IllegalStateException("the act has not run");
    };

    Member(Pending<T> act, LogStore store) {
        this.act = act;
        this.store = store;
        if (act.condition().isEmpty()) {
            draft(NOTHING);
        }
    }

    /** By which statements of a group are sorted; acts without a statement come first. */
    String key() {
        return act.condition().map(Condition::key).orElse("");
    }

    /** Whether somebody has to look if what it was decided by holds. */
    boolean isPresumed() {
        return act.presumed().isPresent();
    }

    /** Looks whether what it was decided by holds: if not, nothing of it is done. */
    void confirm(Predicate<Presumption> confirmed) {
        outdated = act.presumed().filter(p -> !confirmed.test(p.presumption())).map(Presumed::otherwise);
    }

    /** How its statement may stand for several; empty: it may not, or it is not to be run. */
    Optional<Joint<?>> joint() {
        return outdated.isPresent() ? Optional.empty() : act.condition().flatMap(Condition::joint);
    }

    /** Runs the statement, if there is one that is to be run. */
    void run() {
        if (outdated.isEmpty()) {
            act.condition().ifPresent(condition -> draft(condition.statement().get()));
        }
    }

    /** Goes on from a statement that was run for it and others, and whose condition held for all. */
    void wasRunWithOthers() {
        draft(true);
    }

    private void draft(Object result) {
        switch (act.draft(result)) {
            case Draft.Answered<T>(var known) -> {
                prepared = Optional.empty();
                answer = () -> known;
            }
            case Draft.Recorded<T>(var record, var completion) ->
                prepared = Optional.of(new Prepared<>(record, store.prepare(record), completion));
        }
    }

    /** What is to be recorded; empty when nothing is. */
    Optional<PreparedRecord> record() {
        return outdated.isPresent() ? Optional.empty() : prepared.map(Prepared::record);
    }

    /** The record as it was given; empty when nothing is recorded. */
    Optional<LogRecord> recorded() {
        return outdated.isPresent() ? Optional.empty() : prepared.map(Prepared::source);
    }

    /**
     * Takes the proof that the record stands in the log.
     *
     * @param proof makes it, when the answer is made
     */
    void prove(Supplier<LogProof> proof) {
        prepared.ifPresent(p -> {
            answer = () ->
                    p.completion.apply(new Receipt(p.record.id(), proof.get().toString()));
        });
    }

    /** Runs what belongs to the act's transaction and needs its answer. */
    void close() {
        if (outdated.isEmpty() && !act.closings().isEmpty()) {
            var known = answer.get();
            act.closings().forEach(closing -> closing.accept(known));
            answer = () -> known;
        }
    }

    void succeed() {
        done.complete(outdated.<Supplier<T>>map(otherwise -> () -> otherwise).orElse(answer));
    }

    void fail(Throwable fault) {
        done.completeExceptionally(fault);
    }

    CompletableFuture<Supplier<T>> done() {
        return done;
    }

    private record Prepared<T>(LogRecord source, PreparedRecord record, Function<Receipt, T> completion) {}
}
