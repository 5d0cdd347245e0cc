package city.certfree.kernel;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * By what a request is decided before anybody has looked whether it still holds. What a node holds in memory (grants, systems, used-up
 * wrong answers) stands under numbers, which change with what is stored. To look at them costs a way to the database. A request
 * whose answer leaves only with its record goes by the numbers that the node saw last, and whoever records it looks at them, once
 * for all that are recorded together: what was decided by others is not recorded, and is decided anew.
 */
public interface Presumptions {
    /** Lets the request that this thread answers go by what the node saw last. Without effect where something was read for it. */
    void begin();

    /** Has the rest of the request that this thread answers go by what is read. */
    void end();

    /** What the request that this thread answers goes by and is not confirmed; empty: all of it was read, or nothing was asked. */
    Optional<Presumption> ofRequest();

    /** Tells what holds at this moment: at the beginning of the caller's transaction, before it has changed anything. */
    Predicate<Presumption> confirmed();

    /** Something a request goes by. */
    interface Presumption {}
}
