package city.certfree.cli.bench.crowd;

import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.drive.Arrivals;
import city.certfree.cli.bench.drive.Credentials;
import city.certfree.cli.bench.drive.Talks;
import city.certfree.cli.bench.http.Talk;
import city.certfree.kernel.Channel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The crowd's process: takes orders by lines on its standard input and answers each by one on its standard output, {@code ready}
 * before the first. It ends at the end of its input. All of its calls are verifications. The orders:
 *
 * <ul>
 *   <li>{@code rush MILLIS PER_SECOND SEED}: calls come independently, so many a second; the answer is an {@link Outcome};
 *   <li>{@code slow COUNT}: opens slow connections, which go on while other orders are obeyed;
 *   <li>{@code calm}: ends them; the answer is how many there were in all, and how many of them the service cut.
 * </ul>
 */
public final class CrowdDriver {
    private final int port;
    private final Credentials credentials;
    private final Talk talk;
    private final Talk slowTalk;
    private final Crowd crowd;
    private @Nullable SlowCrowd slow;

    private CrowdDriver(TargetFiles files, int port, int connections) throws IOException {
        this.port = port;
        this.credentials = new Credentials(port);
        var targets = files.read(Channel.VERIFY);
        credentials.signIn(targets.stream(), List.of());
        var talks = Talks.of(credentials);
        this.talk = talks.verify(targets, 0);
        this.slowTalk = talks.verify(targets, 1);
        this.crowd = new Crowd(port, connections);
    }

    /**
     * Runs the process.
     *
     * @param arguments the folder of the targets, the service's port, how many connections there are
     */
    public static void main(String[] arguments) throws IOException {
        // Whatever a library prints must not stand between the answers.
        var out = System.out;
        System.setOut(System.err);
        var driver = new CrowdDriver(
                new TargetFiles(Path.of(arguments[0])), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        answer(out, "ready");
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            answer(out, driver.obey(order.split(" ", -1)));
        }
        driver.crowd.close();
    }

    private static void answer(PrintStream out, String line) {
        out.println(line.replaceAll("[\r\n]", " "));
        out.flush();
    }

    private String obey(String[] order) throws IOException {
        return switch (order[0]) {
            case "rush" -> rush(order);
            case "slow" -> slow(Integer.parseInt(order[1]));
            case "calm" -> calm();
            default -> throw new IllegalArgumentException("no such order: " + order[0]);
        };
    }

    private String rush(String[] order) throws IOException {
        credentials.renew();
        var length = Duration.ofMillis(Long.parseLong(order[1]));
        var arrivals = Arrivals.of(Double.parseDouble(order[2]), length, Long.parseLong(order[3]));
        return crowd.rush(arrivals, length, talk).toLine();
    }

    private String slow(int count) throws IOException {
        credentials.renew();
        slow = new SlowCrowd(port, count, slowTalk);
        return "slow";
    }

    private String calm() throws IOException {
        long[] counts = slow == null ? new long[2] : slow.end();
        slow = null;
        return counts[0] + " " + counts[1];
    }
}
