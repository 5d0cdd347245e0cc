package city.certfree.cli.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A further process of this program, with a Java machine and a heap of its own. */
public final class JavaProcess implements AutoCloseable {
    private static final long STOP_LIMIT_SECONDS = 40;

    private final Process process;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        // Whoever stops this process does not want the others to go on.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /**
     * Starts one on this program's own classes. What it says is added to a file.
     *
     * @param options of the Java machine
     * @param command the main class and its arguments
     * @param environment beside this process's own
     */
    public static JavaProcess start(
            List<String> options, List<String> command, Map<String, String> environment, Path log) throws IOException {
        var builder = builder(options, command, environment);
        return new JavaProcess(
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                log);
    }

    /** As {@link #start}, but its standard output is for this process to read. */
    public static JavaProcess startAnswering(
            List<String> options, List<String> command, Map<String, String> environment, Path log) throws IOException {
        return new JavaProcess(
                builder(options, command, environment)
                        .redirectError(log.toFile())
                        .start(),
                log);
    }

    private static ProcessBuilder builder(List<String> options, List<String> command, Map<String, String> environment) {
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(options);
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        line.addAll(command);
        var builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        return builder;
    }

    /** The process itself. */
    public Process process() {
        return process;
    }

    /** The last lines of what it said. */
    public String endOfLog() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /** Ends it at once, without a word (SIGKILL), and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
