package city.certfree.audit;

import java.util.function.Function;

/** What an act comes to: a record and the answer that its receipt completes, or an answer alone. */
public sealed interface Draft<T> {
    /** The same, answered otherwise. */
    <R> Draft<R> map(Function<? super T, ? extends R> change);

    /** Something happened, or was refused, and is recorded. */
    record Recorded<T>(LogRecord record, Function<Receipt, T> answer) implements Draft<T> {
        @Override
        public <R> Draft<R> map(Function<? super T, ? extends R> change) {
            return new Recorded<R>(record, receipt -> change.apply(answer.apply(receipt)));
        }
    }

    /** Nothing happened that is to be recorded. */
    record Answered<T>(T answer) implements Draft<T> {
        @Override
        public <R> Draft<R> map(Function<? super T, ? extends R> change) {
            return new Answered<R>(change.apply(answer));
        }
    }
}
