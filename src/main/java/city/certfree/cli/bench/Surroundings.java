package city.certfree.cli.bench;

import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.bench.server.ServiceProcess;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where, on what and how something was measured.
 *
 * @param byName numbers and texts, in the order in which they are told
 */
public record Surroundings(Map<String, Object> byName) {
    private static final double MEBIBYTE = 1 << 20;
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String DATA_BYTES =
            """
            SELECT COALESCE(SUM(`data_length` + `index_length`), 0) FROM `information_schema`.`tables`
            WHERE `table_schema` = DATABASE()
            """;

    public Surroundings {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** As they are now, with the licences loaded and nothing else done yet. */
    public static Surroundings of(
            Plan plan, BenchDatabase database, ServiceProcess service, Map<String, ProcessHandle> parts) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var facts = new LinkedHashMap<String, Object>();
        facts.put(
                "measuredAt",
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("processors", system.getAvailableProcessors());
        facts.put("processorModel", processorModel());
        facts.put("memoryBytes", system.getTotalMemorySize());
        facts.put("loadAverageBefore", system.getSystemLoadAverage());
        facts.put("operatingSystem", system.getName() + " " + system.getVersion() + " " + system.getArch());
        facts.put("java", Runtime.version().toString());
        facts.put("database", database.ask("SELECT VERSION()"));
        facts.put("bufferPoolBytes", number(database, "SELECT @@innodb_buffer_pool_size"));
        facts.put("dataBytes", number(database, DATA_BYTES));
        facts.put("flushLogAtTrxCommit", number(database, "SELECT @@innodb_flush_log_at_trx_commit"));
        facts.put("licences", plan.licences());
        facts.put("serviceHeap", ServiceProcess.HEAP);
        facts.put("serviceStartMillis", service.startTime().toMillis());
        facts.put("secondsPerLine", plan.perLine().toMillis() / 1e3);
        facts.put("rounds", plan.rounds());
        facts.put("warmUpSeconds", plan.warmUp().toMillis() / 1e3);
        facts.put("offeredShare", Rounds.OFFERED);
        facts.put("cpuOf", String.join(" + ", parts.keySet()));
        return new Surroundings(facts);
    }

    private static long number(BenchDatabase database, String query) {
        return Long.parseLong(database.ask(query));
    }

    /** As Linux names it; elsewhere unknown. */
    private static String processorModel() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** A line for each. */
    public String text() {
        return byName.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + readable(fact))
                .collect(Collectors.joining(System.lineSeparator(), System.lineSeparator(), System.lineSeparator()));
    }

    private static String readable(Map.Entry<String, Object> fact) {
        return fact.getKey().endsWith("Bytes") && fact.getValue() instanceof Number bytes
                ? String.format(Locale.ROOT, "%,.0f MiB", bytes.doubleValue() / MEBIBYTE)
                : String.valueOf(fact.getValue());
    }
}
