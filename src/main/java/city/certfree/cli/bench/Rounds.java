package city.certfree.cli.bench;

import city.certfree.cli.bench.drive.Line;
import city.certfree.cli.bench.drive.Tally;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Measures the lines in turn, round by round, so that all of them see the same machine. A line's turn has two phases: its callers
 * ask as fast as they are answered, which gives the rate and what it costs; then calls come independently, at a share of that very
 * rate, which gives the latencies.
 */
final class Rounds {
    /** Of the rate that was just reached. */
    static final double OFFERED = 0.7;

    /** Tokens to redeem, above what the rate before makes one expect. */
    private static final double SPARE = 1.4;

    private static final int LEAST_STOCK = 400;

    private final Plan plan;
    private final DriverProcess driver;
    private final Map<String, ProcessHandle> parts;
    private final Map<Line, Figures> figures = new EnumMap<>(Line.class);
    private final Map<Line, Double> lastRate = new EnumMap<>(Line.class);

    /** @param parts the processes whose processor time counts, by name */
    Rounds(Plan plan, DriverProcess driver, Map<String, ProcessHandle> parts) {
        this.plan = plan;
        this.driver = driver;
        this.parts = parts;
    }

    /** How many turns there are in all. */
    static long turns(Plan plan) {
        return (long) plan.lines().size() * (plan.warmUpRounds() + plan.rounds());
    }

    /**
     * Warms up, and measures.
     *
     * @param progress told how many turns are over
     */
    List<Figures> measure(LongConsumer progress) {
        plan.lines().forEach(line -> figures.put(line, Figures.nothing(line)));
        long turn = 0;
        for (int round = 0; round < plan.warmUpRounds(); round++) {
            for (var line : plan.lines()) {
                warmUp(line);
                progress.accept(++turn);
            }
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (var line : plan.lines()) {
                turn(line, round);
                progress.accept(++turn);
            }
        }
        return plan.lines().stream().map(this::figures).toList();
    }

    private void warmUp(Line line) {
        prepare(line, plan.warmUpPhase(line));
        note(line, figures(line).beside(saturate(line, plan.warmUpPhase(line))));
    }

    private void turn(Line line, int round) {
        prepare(line, plan.phase());
        var begin = ProcessorTime.of(parts);
        var saturated = saturate(line, plan.phase());
        var cpu = ProcessorTime.of(parts).since(begin);
        double rate = Math.clamp(saturated.perSecond() * OFFERED, 1, line.mostOffered());
        prepare(line, plan.phase());
        var offered = driver.offer(line, plan.phase(), rate, round);
        note(line, figures(line).plus(saturated, cpu, offered));
    }

    private Tally saturate(Line line, Duration length) {
        var tally = driver.saturate(line, length);
        lastRate.put(line, tally.perSecond());
        return tally;
    }

    /** What is redeemed must have been issued, and not long ago. */
    private void prepare(Line line, Duration length) {
        if (line == Line.SHOW_REDEEM) {
            double rate = lastRate.getOrDefault(line, lastRate.getOrDefault(Line.SHOW_ISSUE, 0.0));
            int count = LEAST_STOCK + (int) (SPARE * rate * length.toMillis() / 1e3);
            note(line, figures(line).beside(driver.stock(count)));
        }
    }

    private Figures figures(Line line) {
        return Objects.requireNonNull(figures.get(line));
    }

    private void note(Line line, Figures changed) {
        figures.put(line, changed);
    }
}
