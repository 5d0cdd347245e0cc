package city.certfree.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the answer to one request goes by, found out once and remembered until the request is answered: all of it is then as of
 * one moment, at which the request was already there.
 */
public interface RequestMemory {
    /**
     * What is remembered of a kind. Where no request is being answered nothing is remembered, and each call asks anew.
     *
     * @param kind of which one is remembered
     * @param first finds it out; whatever it throws is passed on, and nothing is remembered
     */
    <T> T remember(Class<T> kind, Supplier<T> first);

    /** What is remembered of a kind; empty when nothing is, or no request is being answered. */
    <T> Optional<T> remembered(Class<T> kind);

    /** Has the next call ask anew, because the request itself has changed what is remembered. */
    void forget(Class<?> kind);
}
