package city.certfree.cli.bench.drive;

import java.io.IOException;

/** One caller's way to ask one thing again and again. Not for two threads at once. */
interface Exchange extends AutoCloseable {
    /**
     * Asks once, and waits for the answer.
     *
     * @throws IOException if there was no answer; the next call begins anew
     */
    Verdict run() throws IOException;

    @Override
    void close();

    /** Whether the answer was right. */
    sealed interface Verdict {
        Right RIGHT = new Right();

        /** It is what was to be answered. */
        record Right() implements Verdict {}

        /**
         * It is something else.
         *
         * @param what was answered instead, in short
         */
        record Wrong(String what) implements Verdict {}

        /** There is nothing to ask about any more: nothing was asked. */
        record NothingLeft() implements Verdict {}
    }
}
