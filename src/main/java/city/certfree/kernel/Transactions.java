package city.certfree.kernel;

import java.util.function.Supplier;

/** Makes what a use case reads, changes and records one thing: all of it durable, or none of it. */
public interface Transactions {
    /**
     * Runs the work in one transaction and commits it before returning. Within another {@code write} it joins that one.
     * The work may run up to three times, when the database asks for it (deadlock, lost race), and so must not have
     * effects outside the database.
     *
     * @throws StorageUnavailable if the database cannot be reached or does not commit: nothing was kept, unless only the
     *     answer to the commit was lost, which an idempotency key finds out
     */
    <T> T write(Supplier<T> work);

    /** As {@link #write}, for work that answers nothing. */
    default void run(Runnable work) {
        write(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs reads that need no transaction of their own on one connection; within a {@link #write} they join it.
     *
     * @throws StorageUnavailable if the database cannot be reached
     */
    <T> T read(Supplier<T> work);

    /**
     * Begins a row: the transactions that the calling thread runs until the row's end share one connection, which spares each of them
     * the preparation of its own. The first that fails ends the row.
     */
    default Row row() {
        return () -> {};
    }

    /** Transactions one after the other, until it is closed. */
    @FunctionalInterface
    interface Row extends AutoCloseable {
        @Override
        void close();
    }

    /** The storage is away: a fault that passes. */
    sealed class StorageUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StorageUnavailable(Throwable cause) {
            super("the storage is unavailable", cause);
        }
    }

    /** The storage is there, but so many use it that none of its connections came free in time. */
    final class Overloaded extends StorageUnavailable {
        private static final long serialVersionUID = 1L;

        public Overloaded(Throwable cause) {
            super(cause);
        }
    }
}
