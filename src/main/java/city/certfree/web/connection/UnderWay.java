package city.certfree.web.connection;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests by systems and phones are complete and not answered, on all connections. */
@Singleton
final class UnderWay {
    private final AtomicInteger count = new AtomicInteger();
    private final int most;

    /** @param most as many as may be under way at a time: a further one would only make all of them wait longer */
    UnderWay(@Property(name = "certfree.most-acts-under-way", defaultValue = "256") int most) {
        this.most = most;
    }

    boolean isFull() {
        return count.get() >= most;
    }

    void enter() {
        count.incrementAndGet();
    }

    void leave() {
        count.decrementAndGet();
    }
}
