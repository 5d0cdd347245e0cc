package city.certfree.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The mark of a demo database. Without one, nothing of the demo works. */
public interface DemoMarks {
    /** The mark; empty when the database has none. */
    Optional<Mark> find();

    /** Marks a database that is about to be loaded. */
    void begin(LocalDate day, Instant at);

    /** Notes that everything is loaded. */
    void complete(Instant at);

    /**
     * A mark.
     *
     * @param day the day from which the dates of the demo data are counted, Asia/Shanghai
     * @param complete whether everything is loaded; otherwise the loading was broken off
     */
    record Mark(LocalDate day, boolean complete) {}
}
