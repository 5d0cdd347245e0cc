package city.certfree.cli.bench;

import city.certfree.cli.bench.drive.Line;
import city.certfree.cli.bench.drive.Tally;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was measured of one line.
 *
 * @param saturated what came of the callers that ask as fast as they are answered
 * @param cpu what that cost
 * @param offered what came of the calls that came independently
 * @param beside what came of calls to warm up and to prepare: of these only the errors count
 */
public record Figures(Line line, Tally saturated, ProcessorTime cpu, Tally offered, Tally beside) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double THOUSAND = 1_000;

    static Figures nothing(Line line) {
        return new Figures(line, Tally.nothing(), ProcessorTime.NONE, Tally.nothing(), Tally.nothing());
    }

    Figures plus(Tally moreSaturated, ProcessorTime moreCpu, Tally moreOffered) {
        return new Figures(line, saturated.plus(moreSaturated), cpu.plus(moreCpu), offered.plus(moreOffered), beside);
    }

    Figures beside(Tally calls) {
        return new Figures(line, saturated, cpu, offered, beside.plus(calls));
    }

    /** Right answers a second, at most. */
    public double perSecond() {
        return saturated.perSecond();
    }

    /** Under independent calls, from the moment at which a call was due. */
    public double millis(double percentile) {
        return offered.latencies().getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /** Processor seconds of all parts for a thousand right answers. */
    public double cpuSecondsPerThousand() {
        return perThousand(cpu.total());
    }

    /** The same of each part. */
    Map<String, Double> cpuSecondsPerThousandByPart() {
        var parts = new LinkedHashMap<String, Double>();
        cpu.byPart().forEach((part, time) -> parts.put(part, perThousand(time)));
        return parts;
    }

    private double perThousand(Duration time) {
        return saturated.right() == 0 ? 0 : time.toNanos() / 1e9 * THOUSAND / saturated.right();
    }

    /** Calls that were not answered rightly. */
    public long errors() {
        return saturated.wrong() + offered.wrong() + beside.wrong();
    }

    /** What the first of them got; empty when there was none. */
    public String firstError() {
        return Stream.of(saturated, offered, beside)
                .map(Tally::note)
                .filter(note -> !note.isEmpty())
                .findFirst()
                .orElse("");
    }
}
