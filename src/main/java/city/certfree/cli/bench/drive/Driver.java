package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.drive.PointSelects.Login;
import city.certfree.cli.bench.http.Talk;
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
import java.util.function.IntFunction;
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

    private final Map<Line, Callers> callers = new EnumMap<>(Line.class);
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
        callers.put(Line.RAW_POINT_SELECT, new ThreadCallers(pointSelects(setting)));
        open(Line.HEALTH, setting, caller -> Talks.health());
        open(Line.VERIFY, setting, caller -> talks.verify(verify, caller));
        open(Line.SHARE, setting, caller -> talks.share(share, caller));
        open(Line.LOOKUP, setting, caller -> talks.lookUp(lookUp, caller));
        open(Line.SHOW_ISSUE, setting, caller -> talks.issueShow(show, caller));
        open(Line.SEARCH, setting, Talks::search);
        open(Line.SHOW_REDEEM, setting, caller -> talks.redeemShow());
    }

    private void open(Line line, Setting setting, IntFunction<Talk> talks) throws IOException {
        callers.put(line, new HttpCallers(setting.port(), line.callers(), talks));
    }

    private static List<Exchange> pointSelects(Setting setting) {
        return IntStream.range(0, Line.RAW_POINT_SELECT.callers())
                .mapToObj(caller -> pointSelect(setting, caller))
                .toList();
    }

    private static Exchange pointSelect(Setting setting, int caller) {
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
        driver.callers.values().forEach(Callers::close);
    }

    private static void answer(PrintStream out, String line) {
        out.println(line.replaceAll("[\r\n]", " "));
        out.flush();
    }

    private Tally obey(String[] order) throws IOException {
        credentials.renew();
        return switch (order[0]) {
            case "closed" -> callers(order[1]).closed(millis(order[2]));
            case "open" ->
                callers(order[1])
                        .open(Arrivals.of(Double.parseDouble(order[3]), millis(order[2]), Long.parseLong(order[4])));
            case "stock" -> stock(Integer.parseInt(order[1]));
            default -> throw new IllegalArgumentException("no such order: " + order[0]);
        };
    }

    private Callers callers(String line) {
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
            all = all.plus(callers(Line.SHOW_ISSUE.text()).closed(STOCK_STEP));
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
