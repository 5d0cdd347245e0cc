package city.certfree.cli.bench.overload;

import city.certfree.cli.bench.Benchmark.Watcher;
import city.certfree.cli.bench.DriverProcess;
import city.certfree.cli.bench.ProcessorTime;
import city.certfree.cli.bench.Surroundings;
import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.drive.Line;
import city.certfree.cli.bench.drive.Tally;
import city.certfree.cli.bench.overload.CrowdProcess.SlowConnections;
import city.certfree.cli.bench.overload.Observed.Drain;
import city.certfree.cli.bench.overload.Observed.Recovery;
import city.certfree.cli.bench.overload.Observed.SlowClients;
import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.bench.server.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Puts more on the service than it can do, on a database that is loaded already, and sees what becomes of it. */
public final class Overload {
    /** Steps that are told: warming up, peak, quiet, overload, recovery, peak, slow clients, the end. */
    private static final int STEPS = 8;

    private static final Duration SLICE = Duration.ofMillis(500);

    /** Up to so many times the quiet p99 counts as recovered. */
    private static final double AS_GOOD = 2;

    /** For so long the first use of the last rush is waited for. */
    private static final Duration FIRST_USE = Duration.ofSeconds(10);

    private static final int TURNS = 2;
    private static final String USES = "SELECT COUNT(*) FROM `access_record`";

    private final OverloadPlan plan;
    private final BenchDatabase database;
    private final Path folder;
    private final Watcher watcher;

    /**
     * @param folder where the targets of the loaded city are
     * @param watcher told how far it is
     */
    public Overload(OverloadPlan plan, BenchDatabase database, Path folder, Watcher watcher) {
        this.plan = plan;
        this.database = database;
        this.folder = folder;
        this.watcher = watcher;
    }

    /**
     * Starts the service and those who ask, and measures.
     *
     * @param options further ones of the service's Java machine
     */
    public OverloadReport measure(List<String> options) throws IOException {
        var targets = new TargetFiles(folder);
        try (var service = ServiceProcess.start(database, options, folder.resolve("service.log"));
                var driver = DriverProcess.start(
                        database, targets, service.port(), plan.licences(), folder.resolve("driver.log"));
                var crowd = CrowdProcess.start(targets, service.port(), folder.resolve("crowd.log"))) {
            var parts = new LinkedHashMap<String, ProcessHandle>();
            parts.put("service", service.handle());
            database.process().ifPresent(process -> parts.put("database", process));
            parts.put("driver", crowd.handle());
            var surroundings = Surroundings.of(plan.asLine(), database, service, parts);
            var seen = new Course(service, driver, crowd, parts).run(watcher.of("steps", STEPS));
            return new OverloadReport(seen, surroundings);
        }
    }

    /** The steps, one after the other. */
    private final class Course {
        private final ServiceProcess service;
        private final DriverProcess driver;
        private final CrowdProcess crowd;
        private final Map<String, ProcessHandle> parts;

        Course(ServiceProcess service, DriverProcess driver, CrowdProcess crowd, Map<String, ProcessHandle> parts) {
            this.service = service;
            this.driver = driver;
            this.crowd = crowd;
            this.parts = parts;
        }

        Observed run(LongConsumer progress) {
            warmUp();
            progress.accept(1);
            var before = driver.saturate(Line.VERIFY, plan.half());
            progress.accept(2);
            double peak = Math.max(1, before.perSecond());
            var quiet = driver.offer(Line.VERIFY, plan.quarter(), peak * OverloadPlan.OTHERS, 1);
            progress.accept(3);
            var begin = ProcessorTime.of(parts);
            var flood = crowd.rush(plan.length(), peak * OverloadPlan.OVERLOAD);
            var cpu = ProcessorTime.of(parts).since(begin);
            progress.accept(4);
            var recovery = recover(peak, quiet, Duration.ofNanos(flood.counts().tailNanos()));
            progress.accept(5);
            var after = driver.saturate(Line.VERIFY, plan.half());
            progress.accept(6);
            var slow = slowClients(peak);
            progress.accept(7);
            var drain = drain(peak);
            progress.accept(STEPS);
            return new Observed(before, after, flood, cpu, recovery, slow, drain);
        }

        /** The way on which it refuses is warmed up, too. */
        private void warmUp() {
            if (plan.warmUp().isPositive()) {
                var peak = driver.saturate(Line.VERIFY, plan.warmUp().dividedBy(2));
                var rush = plan.warmUp().dividedBy(4);
                crowd.rush(rush, Math.max(1, peak.perSecond()) * OverloadPlan.OVERLOAD);
                driver.saturate(Line.VERIFY, rush);
            }
        }

        private Recovery recover(double peak, Tally quiet, Duration tail) {
            long begin = System.nanoTime() - tail.toNanos();
            double limit = AS_GOOD * Observed.millis(quiet, 99);
            for (int slice = 0; slice <= plan.length().dividedBy(SLICE); slice++) {
                var tally = driver.offer(Line.VERIFY, SLICE, peak * OverloadPlan.OTHERS, slice);
                if (tally.wrong() == 0 && tally.right() > 0 && Observed.millis(tally, 99) <= limit) {
                    return new Recovery(quiet, Optional.of(Duration.ofNanos(System.nanoTime() - begin)));
                }
            }
            return new Recovery(quiet, Optional.empty());
        }

        private SlowClients slowClients(double peak) {
            var without = Tally.nothing();
            var with = Tally.nothing();
            var connections = new SlowConnections(0, 0);
            for (int turn = 0; turn < TURNS; turn++) {
                without = without.plus(others(peak, turn));
                crowd.slow(OverloadPlan.SLOW);
                with = with.plus(others(peak, turn));
                connections = connections.plus(crowd.calm());
            }
            return new SlowClients(without, with, connections);
        }

        private Tally others(double peak, int seed) {
            return driver.offer(Line.VERIFY, plan.quarter(), peak * OverloadPlan.OTHERS, seed);
        }

        /** It is told to stop in the midst of its work: half-way through the rush, and not before something was done. */
        private Drain drain(double peak) {
            long before = uses();
            crowd.beginRush(plan.quarter(), peak * OverloadPlan.AT_THE_END);
            long begin = System.nanoTime();
            do {
                LockSupport.parkNanos(plan.quarter().dividedBy(2).toNanos());
            } while (uses() == before && System.nanoTime() - begin < FIRST_USE.toNanos());
            var time = service.stop();
            var outcome = crowd.endOfRush();
            return new Drain(time, outcome, uses() - before);
        }

        private long uses() {
            return Long.parseLong(database.ask(USES));
        }
    }
}
