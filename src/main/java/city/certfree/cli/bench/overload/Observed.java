package city.certfree.cli.bench.overload;

import city.certfree.cli.bench.ProcessorTime;
import city.certfree.cli.bench.crowd.Outcome;
import city.certfree.cli.bench.drive.Tally;
import city.certfree.cli.bench.overload.CrowdProcess.SlowConnections;
import java.time.Duration;
import java.util.Optional;

/**
 * What was seen.
 *
 * @param peakBefore 64 callers who ask as fast as they are answered, before the overload
 * @param peakAfter the same after it
 * @param flood the overload
 * @param floodCpu what it cost
 * @param recovery the way back
 * @param slow slow clients
 * @param drain the end
 */
record Observed(
        Tally peakBefore,
        Tally peakAfter,
        Outcome flood,
        ProcessorTime floodCpu,
        Recovery recovery,
        SlowClients slow,
        Drain drain) {
    private static final double P99 = 99;

    /** Right answers a second at most: of both times together. */
    double peak() {
        return peakBefore.plus(peakAfter).perSecond();
    }

    static double millis(Tally tally, double percentile) {
        return tally.latencies().getValueAtPercentile(percentile) / 1e6;
    }

    /**
     * After the overload, calls come independently at half of the peak.
     *
     * @param quiet the same before it
     * @param time from the end of the overload until all calls of half a second were answered rightly, and p99 was no more than twice
     *     the quiet one; empty when it was not seen in the time that the overload took
     */
    record Recovery(Tally quiet, Optional<Duration> time) {}

    /**
     * Others ask at half of the peak, without slow clients and with them, in turn.
     *
     * @param without the others' answers without them
     * @param with the same with them
     */
    record SlowClients(Tally without, Tally with, SlowConnections connections) {
        /** How many times as long it takes the others. */
        double factor() {
            return millis(with, P99) / Math.max(millis(without, P99), 1e-3);
        }
    }

    /**
     * The service is told to end under load.
     *
     * @param time from then until its process had ended
     * @param outcome what came of the calls before and after
     * @param recorded uses that the log has more than before
     */
    record Drain(Duration time, Outcome outcome, long recorded) {
        /** Uses that are in the log and whose caller was not told. */
        long begunAndUnanswered() {
            long untold = recorded - outcome.right().right() - outcome.other().wrong();
            return Math.clamp(untold, 0, outcome.counts().cut());
        }
    }
}
