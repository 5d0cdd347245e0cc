package city.certfree.audit;

/** Hears of each record once it is durable. */
public interface RecordObserver {
    /** Called once for a record, on the thread that asked for the act, before that has its answer: quick, and never throwing. */
    void durable(LogRecord record);
}
