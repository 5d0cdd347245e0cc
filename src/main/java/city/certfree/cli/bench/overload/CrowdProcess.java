package city.certfree.cli.bench.overload;

import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.crowd.CrowdDriver;
import city.certfree.cli.bench.crowd.Outcome;
import city.certfree.cli.bench.server.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The process of the crowd, and what it is ordered to do. */
final class CrowdProcess implements AutoCloseable {
    private final JavaProcess process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private CrowdProcess(JavaProcess process) {
        this.process = process;
        this.answers = process.process().inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintWriter(process.process().outputWriter(StandardCharsets.UTF_8), true);
    }

    /**
     * Starts it, and waits until everybody is signed in.
     *
     * @param port the service's
     * @throws IllegalStateException with the last that it said, if it does not get ready
     */
    static CrowdProcess start(TargetFiles targets, int port, Path log) throws IOException {
        var process = JavaProcess.startAnswering(
                List.of("-Xmx512m"),
                List.of(
                        CrowdDriver.class.getName(),
                        targets.folder().toString(),
                        Integer.toString(port),
                        Integer.toString(OverloadPlan.CONNECTIONS)),
                Map.of(),
                log);
        var crowd = new CrowdProcess(process);
        crowd.answer();
        return crowd;
    }

    /** Calls that come independently, so many a second. */
    Outcome rush(Duration length, double perSecond) {
        beginRush(length, perSecond);
        return endOfRush();
    }

    /** As {@link #rush}, whose outcome is waited for by {@link #endOfRush}. */
    void beginRush(Duration length, double perSecond) {
        orders.println(String.format(Locale.ROOT, "rush %d %.3f %d", length.toMillis(), perSecond, length.toMillis()));
    }

    Outcome endOfRush() {
        return Outcome.parse(answer());
    }

    /** Opens slow connections. */
    void slow(int count) {
        orders.println("slow " + count);
        answer();
    }

    /** Ends them. */
    SlowConnections calm() {
        orders.println("calm");
        var counts = answer().split(" ", -1);
        return new SlowConnections(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    }

    private String answer() {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the crowd has ended: " + process.endOfLog());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.process().toHandle();
    }

    @Override
    public void close() {
        orders.close();
        process.close();
    }

    /**
     * Of the slow clients.
     *
     * @param opened how many there were in all
     * @param cut how many of them the service cut
     */
    record SlowConnections(long opened, long cut) {
        SlowConnections plus(SlowConnections more) {
            return new SlowConnections(opened + more.opened, cut + more.cut);
        }
    }
}
