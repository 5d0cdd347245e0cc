package city.certfree.audit;

import java.util.List;

/**
 * A conditional statement that each of several acts depends on, each with an element of its own, and that can stand for all of them at
 * once: the log then goes to the database once for a group instead of once for each act.
 *
 * @param <E> what an act is about
 */
public interface JointStatement<E> {
    /** Whether the element's condition held, and it was changed. */
    boolean run(E element);

    /**
     * Whether every element's condition held, and all were changed. If not, some may have been, and the caller undoes it.
     *
     * @param elements two or more, each once
     */
    boolean runForAll(List<E> elements);
}
