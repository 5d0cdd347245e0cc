package city.certfree.cli.bench;

import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.drive.Driver;
import city.certfree.cli.bench.drive.Line;
import city.certfree.cli.bench.drive.Tally;
import city.certfree.cli.bench.server.BenchDatabase;
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

/** The process of the driver, and what it is ordered to do. */
public final class DriverProcess implements AutoCloseable {
    private final JavaProcess process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private DriverProcess(JavaProcess process) {
        this.process = process;
        this.answers = process.process().inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintWriter(process.process().outputWriter(StandardCharsets.UTF_8), true);
    }

    /**
     * Starts it, and waits until everybody is signed in.
     *
     * @param rows of the table of point selects
     * @throws IllegalStateException with the last that it said, if it does not get ready
     */
    public static DriverProcess start(BenchDatabase database, TargetFiles targets, int port, long rows, Path log)
            throws IOException {
        var owner = database.owner();
        var process = JavaProcess.startAnswering(
                List.of("-Xmx1g"),
                List.of(
                        Driver.class.getName(),
                        targets.folder().toString(),
                        Integer.toString(port),
                        Long.toString(rows)),
                Map.of(
                        "CERTFREE_BENCH_DB_URL", owner.url(),
                        "CERTFREE_BENCH_DB_USER", owner.user(),
                        "CERTFREE_BENCH_DB_PASSWORD", owner.password()),
                log);
        var driver = new DriverProcess(process);
        driver.answer();
        return driver;
    }

    /** Callers that ask as fast as they are answered. */
    public Tally saturate(Line line, Duration length) {
        return order("closed %s %d", line.text(), length.toMillis());
    }

    /**
     * Calls that come independently.
     *
     * @param seed of their times
     */
    public Tally offer(Line line, Duration length, double perSecond, long seed) {
        return order("open %s %d %.3f %d", line.text(), length.toMillis(), perSecond, seed);
    }

    /** Has so many show tokens issued. */
    Tally stock(int count) {
        return order("stock %d", count);
    }

    private Tally order(String format, Object... words) {
        orders.println(String.format(Locale.ROOT, format, words));
        return Tally.parse(answer());
    }

    private String answer() {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the driver has ended: " + process.endOfLog());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process. */
    public ProcessHandle handle() {
        return process.process().toHandle();
    }

    @Override
    public void close() {
        orders.close();
        process.close();
    }
}
