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
    /** The city, and what clients add to it in a round on a fast machine, which stays. */
    private static final int CITY_MEBIBYTES = 64;

    private static final int ROUND_MEBIBYTES = 32;

    private static final String ROW = "(REPEAT('x', 8000))";
    private static final String INSERT = "INSERT INTO `filler` (`body`) VALUES ";
    private static final String NAME = "no room";

    private final Duration length;

    /** @param length how long there is no room, after the first refusal */
    FullDisk(Duration length) {
        this.length = length;
    }

    /** Of a server on which so many rounds can be played: one file for all tables, with a limit that what clients do will not reach by itself. */
    static List<String> serverOptions(int rounds) {
        return List.of(
                "--innodb-file-per-table=0",
                "--innodb-autoextend-increment=4",
                "--innodb-data-file-path=ibdata1:12M:autoextend:max:" + (CITY_MEBIBYTES + rounds * ROUND_MEBIBYTES)
                        + "M");
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
