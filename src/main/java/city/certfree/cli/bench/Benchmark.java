package city.certfree.cli.bench;

import city.certfree.cli.bench.city.BenchCity;
import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.drive.PointSelects;
import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.bench.server.ServiceProcess;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The whole measurement on a database: load, start, measure. */
public final class Benchmark {
    private final Plan plan;
    private final BenchDatabase database;
    private final Path folder;
    private final Watcher watcher;

    /**
     * @param folder an empty one for what the processes tell each other and what they log
     * @param watcher told how far it is
     */
    public Benchmark(Plan plan, BenchDatabase database, Path folder, Watcher watcher) {
        this.plan = plan;
        this.database = database;
        this.folder = folder;
        this.watcher = watcher;
    }

    /** The settings of a context on whose beans the city is loaded. */
    public Map<String, Object> settings() {
        return ServiceProcess.settings(database);
    }

    /** Loads the city, and the table of the raw point selects, whose rows are as many as the licences. */
    public void load(ApplicationContext context) {
        long there = BenchCity.load(
                context, plan.licences(), new TargetFiles(folder), watcher.of("licences", plan.licences()));
        if (there != plan.licences()) {
            throw new IllegalStateException(there + " licences are there instead of " + plan.licences());
        }
        try (var raw = PointSelects.opener().open(database.owner())) {
            raw.load(plan.licences(), watcher.of("raw rows", plan.licences()));
        }
    }

    /**
     * Starts the service and the driver, and measures.
     *
     * @param options further ones of the service's Java machine
     */
    public Report measure(List<String> options) throws IOException {
        try (var service = ServiceProcess.start(database, options, folder.resolve("service.log"));
                var driver = DriverProcess.start(
                        database,
                        new TargetFiles(folder),
                        service.port(),
                        plan.licences(),
                        folder.resolve("driver.log"))) {
            var parts = new LinkedHashMap<String, ProcessHandle>();
            parts.put("service", service.handle());
            database.process().ifPresent(process -> parts.put("database", process));
            parts.put("driver", driver.handle());
            var surroundings = Surroundings.of(plan, database, service, parts);
            var figures = new Rounds(plan, driver, parts).measure(watcher.of("turns", Rounds.turns(plan)));
            return new Report(figures, surroundings);
        }
    }

    /** Who is told how far long work is. */
    public interface Watcher {
        /** For work of so many steps. */
        LongConsumer of(String label, long total);
    }
}
