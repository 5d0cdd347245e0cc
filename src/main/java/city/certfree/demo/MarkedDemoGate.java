package city.certfree.demo;

import city.certfree.access.account.DemoGate;
import city.certfree.kernel.Mode;
import city.certfree.kernel.Transactions;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/** Open in demo mode, and only where the database is marked and completely loaded. */
@Singleton
final class MarkedDemoGate implements DemoGate {
    private final Mode mode;
    private final DemoMarks marks;
    private final Transactions transactions;

    /** A complete mark stays: once seen, it need not be looked up for every request. */
    private volatile boolean seen;

    MarkedDemoGate(@Property(name = "certfree.mode") Mode mode, DemoMarks marks, Transactions transactions) {
        this.mode = mode;
        this.marks = marks;
        this.transactions = transactions;
    }

    @Override
    public boolean isOpen() {
        if (mode == Mode.DEMO && !seen) {
            seen = transactions.read(
                    () -> marks.find().filter(DemoMarks.Mark::complete).isPresent());
        }
        return seen;
    }
}
