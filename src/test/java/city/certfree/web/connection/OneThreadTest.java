package city.certfree.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.OnH2;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class OneThreadTest implements OnH2 {
    @Inject
    @Named(TaskExecutors.BLOCKING)
    ExecutorService blocking;

    @Test
    void whatComesFromAVirtualThreadStaysOnIt() {
        var threads = CompletableFuture.supplyAsync(
                        () -> new Thread[] {Thread.currentThread(), threadOf(blocking)}, Thread::startVirtualThread)
                .join();
        assertEquals(threads[0], threads[1]);
    }

    @Test
    void anythingElseGetsAVirtualThreadOfItsOwn() {
        var thread = threadOf(blocking);
        assertNotEquals(Thread.currentThread(), thread);
        assertTrue(thread.isVirtual());
    }

    private static Thread threadOf(Executor executor) {
        return CompletableFuture.supplyAsync(Thread::currentThread, executor).join();
    }
}
