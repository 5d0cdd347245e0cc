package city.certfree.cli.drill.fault;

import city.certfree.cli.drill.client.Probe;
import java.time.Duration;

/** Looks at the service all the time while it cannot do its work. */
final class Watch implements AutoCloseable {
    private final Scene scene;
    private final String name;
    private final long begun;
    private final Probe readiness;
    private final Probe others;
    private boolean wasUnready;

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

    /** For so long: the process lives, what needs no record is answered, and readiness falls sooner or later. */
    void lookFor(Duration length) {
        var looking = Thread.ofVirtual().start(() -> lookAtOthers(length));
        while (Scene.since(begun).compareTo(length) < 0) {
            lookAtReadiness();
        }
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtReadiness() {
        Scene.pauseBetweenLooks();
        if (!wasUnready && !readiness.isReady()) {
            wasUnready = true;
            scene.figures().time(name + ": not ready after", Scene.since(begun));
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
        scene.await("the service does not get ready any more", readiness::isReady);
        scene.figures().time(name + ": ready again after", Scene.since(since));
    }

    @Override
    public void close() {
        readiness.close();
        others.close();
    }
}
