package city.certfree.cli.drill.fault;

import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.drill.fault.Kills.Victim;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults that can be drilled, by their names in the catalogue of faults. */
public enum Fault {
    SERVICE_KILL("service-kill", "F-01"),
    DATABASE_KILL("database-kill", "F-02"),
    BOTH_KILL("both-kill", "F-03"),
    PARTITION("partition", "F-06"),
    LOST_COMMIT("lost-commit", "F-09"),
    DISK_FULL("disk-full", "F-12"),
    LOSSY_CLIENT("lossy-client", "F-18");

    private final String text;
    private final String id;

    Fault(String text, String id) {
        this.text = text;
        this.id = id;
    }

    /** The fault that the command line calls so; empty: none. */
    public static Optional<Fault> of(String text) {
        return Arrays.stream(values()).filter(fault -> fault.text.equals(text)).findFirst();
    }

    /** As the command line calls it. */
    public String text() {
        return text;
    }

    /** Its number in the catalogue. */
    public String id() {
        return id;
    }

    /** Whether it needs a server of its own, and cannot be played on a database that somebody named. */
    public boolean needsOwnServer() {
        return this == DATABASE_KILL || this == BOTH_KILL || this == DISK_FULL;
    }

    /** What such a server is to be started with, for so many rounds. */
    public List<String> serverOptions(int rounds) {
        return this == DISK_FULL ? FullDisk.serverOptions(rounds) : List.of();
    }

    /** Makes it ready to happen. */
    public Ordeal ordeal(BenchDatabase database, Measure measure) throws IOException {
        return switch (this) {
            case SERVICE_KILL -> new Kills(Set.of(Victim.SERVICE));
            case DATABASE_KILL -> new Kills(Set.of(Victim.DATABASE));
            case BOTH_KILL -> new Kills(Set.of(Victim.SERVICE, Victim.DATABASE));
            case PARTITION -> new Partitions(database, measure.length);
            case LOST_COMMIT -> new LostCommits(database);
            case DISK_FULL -> new FullDisk(measure.length);
            case LOSSY_CLIENT -> new LossyLine(measure.loss, measure.seed);
        };
    }

    /**
     * How much of it.
     *
     * @param length of each round of a fault that lasts
     * @param loss the share of requests, and of answers, that is lost
     * @param seed of what is lost
     */
    public record Measure(Duration length, double loss, long seed) {}
}
