package city.certfree.demo;

import city.certfree.access.account.Accounts;
import city.certfree.demo.population.Population;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.Transactions;
import city.certfree.licence.IssuedLicences;
import city.certfree.licence.intake.ImportLicences;
import city.certfree.licence.intake.RejectedRow;
import city.certfree.registry.Registry;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.version.PublishRegistry;
import city.certfree.registry.version.PublishResult;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Fills an empty database with the sample city, through the use cases by which a city would fill its own. Every step may be
 * repeated, so that a loading that was broken off is finished at the next start.
 */
@Singleton
final class LoadDemo {

    private final DemoMarks marks;
    private final Contents contents;
    private final Steps steps;
    private final Transactions transactions;
    private final Clock clock;

    LoadDemo(DemoMarks marks, Contents contents, Steps steps, Transactions transactions, Clock clock) {
        this.marks = marks;
        this.contents = contents;
        this.steps = steps;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Loads what is missing.
     *
     * @return what was there before
     */
    Found load() {
        var mark = transactions.read(marks::find);
        if (mark.isPresent() && mark.get().complete()) {
            steps.access.grant(mark.get().day());
            return Found.DEMO;
        }
        if (mark.isEmpty()) {
            if (transactions.read(contents::hasLicences)) {
                return Found.LICENCES;
            }
            if (!transactions.read(contents::isEmpty)) {
                return Found.SOMETHING;
            }
        }
        var day = mark.map(DemoMarks.Mark::day).orElseGet(this::begin);
        steps.load(day);
        transactions.run(() -> marks.complete(clock.instant()));
        return mark.isPresent() ? Found.PART_OF_DEMO : Found.NOTHING;
    }

    private LocalDate begin() {
        var day = CityTime.today(clock);
        transactions.run(() -> marks.begin(day, clock.instant()));
        return day;
    }

    /** What a database held before the loading. */
    enum Found {
        NOTHING,
        /** A loading that was broken off, and is finished now. */
        PART_OF_DEMO,
        DEMO,
        /** Licences that may be real: nothing was changed. */
        LICENCES,
        /** A registry or accounts, but no licences: nothing was changed. */
        SOMETHING
    }

    /** Whether there is anything. */
    @Singleton
    static final class Contents {
        private final Registry registry;
        private final IssuedLicences licences;
        private final Accounts accounts;

        Contents(Registry registry, IssuedLicences licences, Accounts accounts) {
            this.registry = registry;
            this.licences = licences;
            this.accounts = accounts;
        }

        boolean hasLicences() {
            return !licences.isEmpty();
        }

        boolean isEmpty() {
            return registry.current().version().number() == 0
                    && licences.isEmpty()
                    && accounts.all().isEmpty();
        }
    }

    /** What is loaded, in order; each step leaves alone what is there already. */
    @Singleton
    static final class Steps {
        private final Registry registry;
        private final PublishRegistry publishRegistry;
        private final ImportLicences importLicences;
        private final DemoGrants access;
        private final DemoSettings settings;

        Steps(
                Registry registry,
                PublishRegistry publishRegistry,
                ImportLicences importLicences,
                DemoGrants access,
                DemoSettings settings) {
            this.registry = registry;
            this.publishRegistry = publishRegistry;
            this.importLicences = importLicences;
            this.access = access;
            this.settings = settings;
        }

        /** @param day from which dates are counted */
        void load(LocalDate day) {
            if (registry.current().version().number() == 0
                    && publishRegistry.publish(RegistrySource.sample(), day, "demo")
                            instanceof PublishResult.Rejected) {
                throw new IllegalStateException("the sample registry breaks its own rules");
            }
            access.add(day);
            var population = new Population(registry.current().catalogue(), settings.persons(), day);
            importLicences.importAll(population.rows(), Steps::refuse);
        }

        private static void refuse(RejectedRow row) {
            throw new IllegalStateException("row " + row.line() + " of the demo population breaks a rule: "
                    + row.flaw().pointer());
        }
    }
}
