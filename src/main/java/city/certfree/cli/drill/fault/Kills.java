package city.certfree.cli.drill.fault;

import java.io.IOException;
import java.util.Set;

/** F-01, F-02, F-03: processes are killed in whatever they are doing, and started again. */
final class Kills implements Ordeal {
    private static final int SOON_MILLIS = 150;
    private static final int LATE_MILLIS = 1_200;

    private final Set<Victim> victims;

    Kills(Set<Victim> victims) {
        this.victims = Set.copyOf(victims);
    }

    @Override
    public void round(Scene scene, int number) throws IOException {
        scene.letWork(SOON_MILLIS, LATE_MILLIS);
        if (victims.contains(Victim.DATABASE)) {
            scene.server().kill();
        }
        if (victims.contains(Victim.SERVICE)) {
            scene.killService();
        }
        if (victims.contains(Victim.DATABASE)) {
            scene.server().start();
        }
        long begun = System.nanoTime();
        if (victims.contains(Victim.SERVICE)) {
            scene.figures().time("service ready again", scene.startService());
        }
        scene.awaitEffect();
        scene.figures()
                .time(
                        victims.contains(Victim.DATABASE)
                                ? "first effect after the database is up"
                                : "first effect after the start",
                        Scene.since(begun));
    }

    /** Who is killed. */
    enum Victim {
        SERVICE,
        DATABASE
    }
}
