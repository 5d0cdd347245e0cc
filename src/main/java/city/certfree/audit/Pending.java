package city.certfree.audit;

import city.certfree.kernel.Presumptions.Presumption;
import city.certfree.kernel.Transactions.StorageUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An act that has been decided and not yet done. A use case hands it to the log, whose one writer runs its conditional
 * statement, if it has one, and records what came of it, both in the same transaction; only then is there an answer.
 */
public final class Pending<T> {
    /** After the statements of uses, which are sorted by what they use up. */
    private static final String ACTS = "~act";

    private final Optional<Condition> condition;
    private final Function<Object, Draft<T>> draft;
    private final List<Consumer<T>> closings;
    private final Optional<Supplier<T>> whenUnavailable;
    private final Keeping keeping;
    private final Optional<Presumed<T>> presumed;

    private Pending(
            Optional<Condition> condition,
            Function<Object, Draft<T>> draft,
            List<Consumer<T>> closings,
            Optional<Supplier<T>> whenUnavailable,
            Keeping keeping,
            Optional<Presumed<T>> presumed) {
        this.condition = condition;
        this.draft = draft;
        this.closings = List.copyOf(closings);
        this.whenUnavailable = whenUnavailable;
        this.keeping = keeping;
        this.presumed = presumed;
    }

    /** An act that depends on nothing more. */
    public static <T> Pending<T> of(Draft<T> draft) {
        return new Pending<>(
                Optional.empty(), nothing -> draft, List.of(), Optional.empty(), Keeping.WHAT_CLOSES, Optional.empty());
    }

    /** An act that is recorded. */
    public static <T> Pending<T> recorded(LogRecord record, Function<Receipt, T> answer) {
        return of(new Draft.Recorded<>(record, answer));
    }

    /** Nothing that is to be recorded: the answer stands. */
    public static <T> Pending<T> answered(T answer) {
        return of(new Draft.Answered<>(answer));
    }

    /**
     * No answer to the act at all, since the storage was away when it was decided: nothing is recorded, and nothing is kept that
     * would be given again.
     */
    public static <T> Pending<T> undecided(T answer) {
        return new Pending<>(
                Optional.empty(),
                nothing -> new Draft.Answered<>(answer),
                List.of(),
                Optional.of(() -> answer),
                Keeping.NOTHING,
                Optional.empty());
    }

    /**
     * An act that depends on a statement which only one of several can win.
     *
     * @param key by which statements of one group are sorted, so that two nodes take the same locks in the same order
     * @param statement few quick statements whose row counts decide; they may run more than once, and have no other effect
     * @param draft what it comes to, from what the statement gave
     */
    @SuppressWarnings("unchecked") // the log hands the draft what this very statement gave
    public static <S, T> Pending<T> after(String key, Supplier<S> statement, Function<S, Draft<T>> draft) {
        return new Pending<>(
                Optional.of(new Condition(key, statement::get, Optional.empty())),
                result -> draft.apply((S) result),
                List.of(),
                Optional.empty(),
                Keeping.WHAT_CLOSES,
                Optional.empty());
    }

    /**
     * As {@link #after(String, Supplier, Function)}, with a statement that can stand for several acts.
     *
     * @param key of the element: two acts with the same key are about the same element
     * @param element what the act is about
     * @param draft what it comes to, from whether the element's condition held
     */
    public static <E, T> Pending<T> after(
            String key, JointStatement<E> statement, E element, Function<Boolean, Draft<T>> draft) {
        return new Pending<>(
                Optional.of(
                        new Condition(key, () -> statement.run(element), Optional.of(new Joint<>(statement, element)))),
                result -> draft.apply((Boolean) result),
                List.of(),
                Optional.empty(),
                Keeping.WHAT_CLOSES,
                Optional.empty());
    }

    /**
     * An administrative act, whose record depends on what its changes give.
     *
     * @param changes conditional statements and what belongs to them: few and quick; they may run more than once, and have no
     *     other effect
     * @param record what to record, from what the changes gave; empty: nothing was changed, and nothing is recorded
     */
    public static <T> Pending<T> act(Supplier<T> changes, Function<T, Optional<ActRecord>> record) {
        return after(ACTS, changes, result -> record.apply(result)
                .<Draft<T>>map(act -> new Draft.Recorded<>(act, receipt -> result))
                .orElseGet(() -> new Draft.Answered<>(result)));
    }

    /** The same act, answered otherwise. */
    public <R> Pending<R> map(Function<? super T, ? extends R> change) {
        if (!closings.isEmpty() || presumed.isPresent()) {
            throw new IllegalStateException("closings and presumptions are the last that is added");
        }
        return new Pending<>(
                condition,
                result -> draft.apply(result).map(change),
                List.of(),
                whenUnavailable.map(answer -> () -> change.apply(answer.get())),
                keeping,
                Optional.empty());
    }

    /** The same act, and in its transaction something that needs its answer, such as keeping the answer. */
    public Pending<T> closing(Consumer<T> closing) {
        if (keeping == Keeping.NOTHING) {
            return this;
        }
        var all = new ArrayList<>(closings);
        all.add(closing);
        return new Pending<>(condition, draft, all, whenUnavailable, keeping, presumed);
    }

    /**
     * The same act, decided by what was presumed: if that does not hold when it would be recorded, nothing of it is done.
     *
     * @param otherwise the answer then
     */
    public Pending<T> presuming(Presumption presumption, T otherwise) {
        return new Pending<>(
                condition,
                draft,
                closings,
                whenUnavailable,
                keeping,
                Optional.of(new Presumed<>(presumption, otherwise)));
    }

    /** The same act, answered by this when the storage is away and nothing can be recorded. */
    public Pending<T> whenUnavailable(T answer) {
        return new Pending<>(condition, draft, closings, Optional.of(() -> answer), keeping, presumed);
    }

    public Optional<Condition> condition() {
        return condition;
    }

    /**
     * What it comes to.
     *
     * @param result what the statement gave; anything when there is none
     */
    public Draft<T> draft(Object result) {
        return draft.apply(result);
    }

    /** What it was decided by without having been read; empty: nothing. */
    public Optional<Presumed<T>> presumed() {
        return presumed;
    }

    public List<Consumer<T>> closings() {
        return closings;
    }

    /**
     * The answer when the storage is away.
     *
     * @throws StorageUnavailable if there is none
     */
    public T unavailable(StorageUnavailable fault) {
        return whenUnavailable.orElseThrow(() -> fault).get();
    }

    /** Whether what closes an act is run. */
    private enum Keeping {
        WHAT_CLOSES,
        NOTHING
    }

    /**
     * By what an act was decided.
     *
     * @param otherwise the answer if it does not hold
     */
    public record Presumed<T>(Presumption presumption, T otherwise) {}

    /**
     * A statement on which an act depends.
     *
     * @param statement runs it for this act alone
     * @param joint how it may stand for several; empty: it may not
     */
    public record Condition(String key, Supplier<Object> statement, Optional<Joint<?>> joint) {}

    /** A statement that may stand for several acts, and this act's element. */
    public record Joint<E>(JointStatement<E> statement, E element) {}
}
