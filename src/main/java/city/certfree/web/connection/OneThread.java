package city.certfree.web.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has one virtual thread answer a request from its sign-in on. The framework would start another for the route, as it would for
 * each filter that may block, and hand over from one to the next.
 */
@Singleton
final class OneThread implements BeanCreatedEventListener<ExecutorService>, Ordered {
    @Override
    public ExecutorService onCreated(BeanCreatedEvent<ExecutorService> event) {
        return event.getBeanIdentifier().getName().equals(TaskExecutors.BLOCKING)
                ? new Staying(event.getBean())
                : event.getBean();
    }

    /** After the listeners that measure executors, which know only those of the JDK. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    /** Runs at once what comes from a virtual thread, which may block as it is; anything else on a thread of its own. */
    static final class Staying extends AbstractExecutorService {
        private final ExecutorService threads;

        Staying(ExecutorService threads) {
            this.threads = threads;
        }

        @Override
        public void execute(Runnable task) {
            if (Thread.currentThread().isVirtual()) {
                task.run();
            } else {
                threads.execute(task);
            }
        }

        @Override
        public void shutdown() {
            threads.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return threads.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return threads.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return threads.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return threads.awaitTermination(timeout, unit);
        }
    }
}
