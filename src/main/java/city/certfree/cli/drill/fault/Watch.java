package city.certfree.cli.drill.fault;

import city.certfree.cli.drill.client.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the service all the time while it cannot do its work. */
final class Watch implements AutoCloseable {
    private final Scene scene;
    private final String name;
    private final long begun;
    private final Probe readiness;
    private final Probe others;
    private final List<Thread> looking = new ArrayList<>();

    /**
     * Looks at nothing yet.
     *
     * @param name of what has gone wrong
     * @param begun when it did, as a reading of {@link System#nanoTime()}
     */
    Watch(Scene scene, String name, long begun) {
        this.scene = scene;
        this.name = name;
        this.begun = begun;
        this.readiness = scene.probe();
        this.others = scene.probe();
    }

    /**
     * For so long: the process lives, what needs no record is answered, and readiness falls sooner or later. It returns on time, for
     * a look may wait for its answer longer than anything is to go wrong.
     */
    void lookFor(Duration length) {
        looking.add(Thread.ofVirtual().start(() -> lookAtOthers(length)));
        looking.add(Thread.ofVirtual().start(() -> lookAtReadiness(length)));
        Scene.pauseUntil(begun + length.toNanos());
    }

    private void lookAtReadiness(Duration length) {
        while (Scene.since(begun).compareTo(length) < 0) {
            Scene.pauseBetweenLooks();
            if (!readiness.isReady()) {
                scene.figures().time(name + ": not ready after", Scene.since(begun));
                return;
            }
        }
    }

    private void lookAtOthers(Duration length) {
        while (Scene.since(begun).compareTo(length) < 0) {
            Scene.pauseBetweenLooks();
            if (!others.isAlive()) {
                scene.figures().flaw(name + ": the process says that it does not live");
            }
            if (!others.answersThePublic()) {
                scene.figures().flaw(name + ": the public registry is not answered");
            }
        }
    }

    /** Waits until it is ready again. */
    void awaitReadiness(long since) {
        looking.forEach(Watch::finish);
        scene.await("the service does not get ready any more", readiness::isReady);
        scene.figures().time(name + ": ready again after", Scene.since(since));
    }

    private static void finish(Thread look) {
        try {
            look.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        readiness.close();
        others.close();
    }
}
