package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.drive.PointSelects.Login;
import city.certfree.kernel.Channel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The driver's process: takes orders by lines on its standard input and answers each by one on its standard output, {@code ready}
 * before the first, then a {@link Tally}. It ends at the end of its input. The orders:
 *
 * <ul>
 *   <li>{@code closed LINE MILLIS}: every caller of the line asks as fast as it is answered;
 *   <li>{@code open LINE MILLIS PER_SECOND SEED}: calls come independently, so many a second;
 *   <li>{@code stock COUNT}: issues show tokens until there are so many fresh ones.
 * </ul>
 */
public final class Driver {
    /** What a stock is filled up by at a time. */
    private static final Duration STOCK_STEP = Duration.ofMillis(200);

    private static final int STOCK_STEPS = 150;

    private final Map<Line, List<Exchange>> callers = new EnumMap<>(Line.class);
    private final Credentials credentials;
    private final ShownTokens shown = new ShownTokens();

    private Driver(Setting setting) throws IOException {
        this.credentials = new Credentials(setting.port());
        var talks = new Talks(credentials, shown);
        var verify = setting.targets().read(Channel.VERIFY);
        var share = setting.targets().read(Channel.SHARE);
        var lookUp = setting.targets().read(Channel.LOOKUP);
        var show = setting.targets().read(Channel.SHOW);
        credentials.signIn(Stream.of(verify, share, lookUp).flatMap(List::stream), show);
        open(Line.RAW_POINT_SELECT, caller -> pointSelects(setting, caller));
        open(Line.HEALTH, caller -> new HttpExchange(setting.port(), Talks.health()));
        open(Line.VERIFY, caller -> new HttpExchange(setting.port(), talks.verify(verify, caller)));
        open(Line.SHARE, caller -> new HttpExchange(setting.port(), talks.share(share, caller)));
        open(Line.LOOKUP, caller -> new HttpExchange(setting.port(), talks.lookUp(lookUp, caller)));
        open(Line.SHOW_ISSUE, caller -> new HttpExchange(setting.port(), talks.issueShow(show, caller)));
        open(Line.SEARCH, caller -> new HttpExchange(setting.port(), Talks.search(caller)));
        open(Line.SHOW_REDEEM, caller -> new HttpExchange(setting.port(), talks.redeemShow()));
    }

    private void open(Line line, Exchange.Opener opener) {
        callers.put(
                line, IntStream.range(0, line.callers()).mapToObj(opener::open).toList());
    }

    private static Exchange pointSelects(Setting setting, int caller) {
        var database = PointSelects.opener().open(setting.database());
        var random = new SplittableRandom(caller);
        return new Exchange() {
            @Override
            public Verdict run() {
                long key = 1 + random.nextLong(setting.rows());
                return database.read(key) ? Verdict.RIGHT : new Verdict.Wrong("another row");
            }

            @Override
            public void close() {
                database.close();
            }
        };
    }

    /**
     * Runs the process.
     *
     * @param arguments the folder of the targets, the service's port, the rows of the raw table; the environment says how to reach
     *     the database
     */
    public static void main(String[] arguments) throws IOException {
        // Whatever a library prints must not stand between the answers.
        var out = System.out;
        System.setOut(System.err);
        var driver = new Driver(Setting.of(arguments, System.getenv()));
        answer(out, "ready");
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            answer(out, driver.obey(order.split(" ", -1)).toLine());
        }
        driver.callers.values().forEach(all -> all.forEach(Exchange::close));
    }

    private static void answer(PrintStream out, String line) {
        out.println(line.replaceAll("[\r\n]", " "));
        out.flush();
    }

    private Tally obey(String[] order) throws IOException {
        credentials.renew();
        return switch (order[0]) {
            case "closed" -> Phases.closed(callers(order[1]), millis(order[2]));
            case "open" ->
                Phases.open(
                        callers(order[1]),
                        Arrivals.of(Double.parseDouble(order[3]), millis(order[2]), Long.parseLong(order[4])));
            case "stock" -> stock(Integer.parseInt(order[1]));
            default -> throw new IllegalArgumentException("no such order: " + order[0]);
        };
    }

    private List<Exchange> callers(String line) {
        return Objects.requireNonNull(callers.get(Line.of(line).orElseThrow()));
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }

    /** Those that are there may be old, so they are counted as none. */
    private Tally stock(int count) {
        shown.clear();
        var all = Tally.nothing();
        for (int step = 0; step < STOCK_STEPS && shown.count() < count; step++) {
            all = all.plus(Phases.closed(callers(Line.SHOW_ISSUE.text()), STOCK_STEP));
        }
        return all;
    }

    /**
     * What the process is told.
     *
     * @param port the service's
     * @param rows of the table of point selects
     */
    private record Setting(TargetFiles targets, int port, long rows, Login database) {
        static Setting of(String[] arguments, Map<String, String> environment) {
            return new Setting(
                    new TargetFiles(Path.of(arguments[0])),
                    Integer.parseInt(arguments[1]),
                    Long.parseLong(arguments[2]),
                    new Login(
                            environment.getOrDefault("CERTFREE_BENCH_DB_URL", ""),
                            environment.getOrDefault("CERTFREE_BENCH_DB_USER", ""),
                            environment.getOrDefault("CERTFREE_BENCH_DB_PASSWORD", "")));
        }
    }
}
