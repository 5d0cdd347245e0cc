package city.certfree.cli.drill.fault;

import city.certfree.cli.bench.server.Administration;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * F-12: the database has no room for another row. The server keeps every table in one file that may not grow beyond a limit, a
 * table of ours takes what is left, and after a while is dropped, so that there is room again.
 */
final class FullDisk implements Ordeal {
    /** Of a server on which it can be played: one file for all tables, of at most 96 MiB. */
    static final List<String> SERVER_OPTIONS = List.of(
            "--innodb-file-per-table=0",
            "--innodb-autoextend-increment=4",
            "--innodb-data-file-path=ibdata1:12M:autoextend:max:96M");

    private static final String ROW = "(REPEAT('x', 8000))";
    private static final String INSERT = "INSERT INTO `filler` (`body`) VALUES ";
    private static final String NAME = "no room";

    private final Duration length;

    /** @param length how long there is no room, after the first refusal */
    FullDisk(Duration length) {
        this.length = length;
    }

    @Override
    public void begin(Scene scene) {
        scene.crew().startEager(scene.port());
    }

    @Override
    public void round(Scene scene, int number) {
        try (var owner = scene.database().asOwner()) {
            scene.letWork(300, 600);
            long begun = System.nanoTime();
            fill(owner);
            scene.await("the database is full, and nothing is refused", () -> refused(scene, begun));
            long refusing = System.nanoTime();
            try (var watch = new Watch(scene, NAME, refusing)) {
                watch.lookFor(length);
                long over = System.nanoTime();
                owner.execute(List.of("DROP TABLE `filler`"));
                scene.awaitEffect();
                scene.figures().time(NAME + ": first effect after the end", Scene.since(over));
                watch.awaitReadiness(over);
                scene.figures()
                        .time(NAME + ": slowest answer", scene.crew().calls().longest(refusing, over));
            }
        }
    }

    private static boolean refused(Scene scene, long since) {
        return scene.crew().calls().statuses(since, System.nanoTime()).contains("503");
    }

    /** First many rows at once, then as long as one more fits. */
    private static void fill(Administration owner) {
        owner.execute(List.of("CREATE TABLE `filler` (`id` BIGINT AUTO_INCREMENT PRIMARY KEY, `body` VARBINARY(8000))"
                + " ENGINE=InnoDB"));
        var many = INSERT + String.join(",", Collections.nCopies(64, ROW));
        while (owner.executeIfThereIsRoom(many)) {
            // More.
        }
        while (owner.executeIfThereIsRoom(INSERT + ROW)) {
            // More.
        }
    }
}
