package city.certfree.cli.drill;

import city.certfree.audit.check.Verdict;
import city.certfree.cli.drill.fault.Figures;
import city.certfree.cli.drill.ledger.Account;
import city.certfree.cli.drill.ledger.Balance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a drill has found out, as people and programs read it. */
public final class Findings {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Plan plan;
    private final Balance balance;
    private final Figures figures;
    private final List<Verdict> logs;

    Findings(Plan plan, Balance balance, Figures figures, List<Verdict> logs) {
        this.plan = plan;
        this.balance = balance;
        this.figures = figures;
        this.logs = List.copyOf(logs);
    }

    /** The same with what the check of every evidence log came to. */
    public Findings with(List<Verdict> verdicts) {
        return new Findings(plan, balance, figures, verdicts);
    }

    /** Whether nothing is lost and nothing doubled, every log is whole, and nothing was seen that may not be. */
    public boolean agree() {
        return balance.agrees()
                && figures.flaws().isEmpty()
                && !logs.isEmpty()
                && logs.stream().allMatch(log -> log instanceof Verdict.Whole);
    }

    /** The ledger and the books. */
    public Balance balance() {
        return balance;
    }

    /** What was counted, by name. */
    public Map<String, Long> counts() {
        return figures.counts();
    }

    /** How long things took, by name, each in ascending order. */
    public Map<String, List<Duration>> times() {
        return figures.times();
    }

    /** A table with a line for each effect, what was measured, and the verdict. */
    public String text() {
        var text = new StringBuilder("%s (%s), %d rounds, %d clients%n%n"
                .formatted(plan.fault().text(), plan.fault().id(), plan.rounds(), plan.clients()));
        text.append("%-14s %8s %12s %9s %8s %8s %8s %6s %8s%n"
                .formatted("", "sent", "acknowledged", "in doubt", "rows", "records", "leaves", "lost", "doubled"));
        balance.accounts().forEach(account -> text.append(line(account)));
        text.append(System.lineSeparator());
        figures.times()
                .forEach((name, all) -> text.append("%s: median %s ms, longest %s ms, of %d%n"
                        .formatted(name, millis(median(all)), millis(all.getLast()), all.size())));
        figures.counts().forEach((name, count) -> text.append("%s: %d%n".formatted(name, count)));
        text.append(logsInWords()).append(System.lineSeparator());
        flaws().stream()
                .limit(20)
                .forEach(flaw -> text.append("NOT ALLOWED: ").append(flaw).append(System.lineSeparator()));
        return text.append(agree() ? "Nothing is lost, nothing is doubled." : "THE BOOKS DO NOT AGREE.")
                .toString();
    }

    private static String line(Account a) {
        return "%-14s %8d %12d %9d %8s %8s %8s %6d %8d%s%n"
                .formatted(
                        a.effect().text(),
                        a.sent(),
                        a.acknowledged(),
                        a.doubted(),
                        a.effect().hasRow() ? a.rows() : "-",
                        a.effect().hasRecord() ? a.records() : "-",
                        a.effect().hasRecord() ? a.leaves() : "-",
                        a.lost(),
                        a.doubled(),
                        a.open() == 0 ? "" : "   " + a.open() + " OPEN");
    }

    private String logsInWords() {
        return logs.stream()
                .map(verdict -> switch (verdict) {
                    case Verdict.Whole whole -> "log %d: whole, %d records".formatted(whole.log(), whole.size());
                    case Verdict.Broken broken ->
                        "log %d: BROKEN at index %d: %s".formatted(broken.log(), broken.index(), broken.what());
                })
                .collect(Collectors.joining("; "));
    }

    private List<String> flaws() {
        var flaws = new ArrayList<>(balance.flaws());
        flaws.addAll(figures.flaws());
        if (balance.unmatched() != 0) {
            flaws.add("the numbers of leaves and of records differ by " + balance.unmatched());
        }
        if (balance.unanswered() != 0) {
            flaws.add(balance.unanswered() + " keys have no answer");
        }
        return flaws;
    }

    /** One JSON document. */
    public String json() {
        var accounts = balance.accounts().stream().map(Findings::json).collect(Collectors.joining(","));
        var times = figures.times().entrySet().stream()
                .map(entry -> "%s:{\"medianMillis\":%s,\"longestMillis\":%s,\"count\":%d}"
                        .formatted(
                                quoted(entry.getKey()),
                                millis(median(entry.getValue())),
                                millis(entry.getValue().getLast()),
                                entry.getValue().size()))
                .collect(Collectors.joining(","));
        var counts = figures.counts().entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(","));
        var flaws = flaws().stream().map(Findings::quoted).collect(Collectors.joining(","));
        return "{\"drill\":%s,\"fault\":%s,\"rounds\":%d,\"agree\":%b,\"effects\":[%s],\"logs\":%s,\"times\":{%s},\"counts\":{%s},\"flaws\":[%s]}"
                .formatted(
                        quoted(plan.fault().text()),
                        quoted(plan.fault().id()),
                        plan.rounds(),
                        agree(),
                        accounts,
                        logsAsJson(),
                        times,
                        counts,
                        flaws);
    }

    private static String json(Account a) {
        return Map.of(
                        "sent", a.sent(),
                        "acknowledged", a.acknowledged(),
                        "inDoubt", a.doubted(),
                        "rows", a.rows(),
                        "records", a.records(),
                        "leaves", a.leaves(),
                        "lost", a.lost(),
                        "doubled", a.doubled(),
                        "open", a.open())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
                .collect(
                        Collectors.joining(",", "{\"name\":" + quoted(a.effect().text()) + ",", "}"));
    }

    private String logsAsJson() {
        return logs.stream()
                .map(log -> "{\"log\":%d,\"whole\":%b,\"checked\":%d}"
                        .formatted(log.log(), log instanceof Verdict.Whole, log.checked()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }

    private static Duration median(List<Duration> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.0f", time.toNanos() / NANOS_PER_MILLI);
    }
}
