package city.certfree.cli.bench.overload;

import static java.util.Map.entry;

import city.certfree.cli.bench.JsonText;
import city.certfree.cli.bench.Surroundings;
import city.certfree.cli.bench.drive.Tally;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

/** What was seen, as people and programs read it. */
public final class OverloadReport {
    private static final double MEDIAN = 50;
    private static final double P99 = 99;
    private static final long SOON_NANOS = Duration.ofMillis(50).toNanos();
    private static final double NOT_SEEN = -1;

    private final Observed seen;
    private final Surroundings surroundings;

    OverloadReport(Observed seen, Surroundings surroundings) {
        this.seen = seen;
        this.surroundings = surroundings;
    }

    /**
     * Whether everything that was answered was answered rightly or with a request to come again, nothing that was begun was cut off,
     * and there were answers.
     */
    public boolean isFlawless() {
        return firstError().isEmpty()
                && seen.flood().counts().cut() == 0
                && seen.drain().begunAndUnanswered() == 0
                && seen.peakBefore().right() > 0
                && seen.flood().right().right() > 0;
    }

    /** What the first wrong answer was; empty when there was none. */
    public String firstError() {
        return List.of(
                        seen.peakBefore(),
                        seen.peakAfter(),
                        seen.flood().other(),
                        seen.recovery().quiet(),
                        seen.slow().without(),
                        seen.slow().with(),
                        seen.drain().outcome().other())
                .stream()
                .filter(tally -> tally.wrong() > 0)
                .map(tally -> tally.wrong() + " times: " + tally.note())
                .findFirst()
                .orElse("");
    }

    /** One JSON document. */
    public String json() {
        var members = new LinkedHashMap<String, Object>();
        sections().forEach((name, section) -> members.put(name, section));
        members.put("environment", surroundings.byName());
        return JsonText.of(members);
    }

    /** A line for each figure, with what is asked of it, and the surroundings. */
    public String text() {
        var text = new StringBuilder();
        sections().forEach((name, section) -> {
            text.append(name).append(System.lineSeparator());
            section.forEach((figure, value) -> text.append(String.format(
                    Locale.ROOT,
                    "  %-32s %s%n",
                    figure,
                    value instanceof Double d ? String.format(Locale.ROOT, "%,.2f", d) : value)));
        });
        return text.append(surroundings.text()).toString();
    }

    private Map<String, Map<String, Object>> sections() {
        var sections = new LinkedHashMap<String, Map<String, Object>>();
        sections.put("peak", peak());
        sections.put("overload", overload());
        sections.put("recovery", recovery());
        sections.put("slowClients", slowClients());
        sections.put("drain", drain());
        return sections;
    }

    private Map<String, Object> peak() {
        return section(
                entry("perSecondBefore", seen.peakBefore().perSecond()),
                entry("perSecondAfter", seen.peakAfter().perSecond()),
                entry("errors", seen.peakBefore().wrong() + seen.peakAfter().wrong()));
    }

    private Map<String, Object> overload() {
        var flood = seen.flood();
        var refused = flood.refused();
        var section = section(
                entry("connections", OverloadPlan.CONNECTIONS),
                entry("duePerSecond", flood.counts().due() * 1e9 / flood.right().nanos()),
                entry("sentPerSecond", flood.sentPerSecond()),
                entry("sentInPeaks", flood.sentPerSecond() / seen.peak()),
                entry("rightPerSecond", flood.rightPerSecond()),
                entry("rightInPeaks", flood.rightPerSecond() / seen.peak()),
                entry("rightP50Millis", Observed.millis(flood.right(), MEDIAN)),
                entry("rightP99Millis", Observed.millis(flood.right(), P99)),
                entry("refusedPerSecond", refused.perSecond()),
                entry("refusedP50Millis", Observed.millis(refused, MEDIAN)),
                entry("refusedP99Millis", Observed.millis(refused, P99)),
                entry("refusedWithin50Millis", share(refused)),
                entry("otherAnswers", flood.other().wrong()),
                entry("cut", flood.counts().cut()),
                entry("connectionsNotTaken", flood.counts().turnedAway()));
        section.put("processorSecondsOf", processorSeconds());
        return section;
    }

    private static double share(Tally refused) {
        return refused.latencies().getPercentileAtOrBelowValue(SOON_NANOS) / 100;
    }

    private Map<String, Object> processorSeconds() {
        var parts = new LinkedHashMap<String, Object>();
        seen.floodCpu().byPart().forEach((part, time) -> parts.put(part, time.toMillis() / 1e3));
        return parts;
    }

    private Map<String, Object> recovery() {
        return section(
                entry("quietP99Millis", Observed.millis(seen.recovery().quiet(), P99)),
                entry(
                        "seconds",
                        seen.recovery().time().map(OverloadReport::seconds).orElse(NOT_SEEN)));
    }

    private Map<String, Object> slowClients() {
        var slow = seen.slow();
        return section(
                entry("atATime", OverloadPlan.SLOW),
                entry("inAll", slow.connections().opened()),
                entry("cut", slow.connections().cut()),
                entry("othersPerSecond", slow.without().perSecond()),
                entry("othersP99MillisWithout", Observed.millis(slow.without(), P99)),
                entry("othersP99MillisWith", Observed.millis(slow.with(), P99)),
                entry("factor", slow.factor()),
                entry("errors", slow.without().wrong() + slow.with().wrong()));
    }

    private Map<String, Object> drain() {
        var drain = seen.drain();
        var outcome = drain.outcome();
        return section(
                entry("seconds", seconds(drain.time())),
                entry("right", outcome.right().right()),
                entry("refused", outcome.refused().right()),
                entry("otherAnswers", outcome.other().wrong()),
                entry("recorded", drain.recorded()),
                entry("begunAndUnanswered", drain.begunAndUnanswered()),
                entry("closedUnbegun", outcome.counts().cut() - drain.begunAndUnanswered()),
                entry("connectionsNotTaken", outcome.counts().turnedAway()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }

    @SafeVarargs
    private static Map<String, Object> section(Entry<String, ? extends Object>... figures) {
        var section = new LinkedHashMap<String, Object>();
        for (var figure : figures) {
            section.put(figure.getKey(), figure.getValue());
        }
        return section;
    }
}
