package city.certfree.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.Grants;
import city.certfree.access.account.Accounts;
import city.certfree.access.account.DemoGate;
import city.certfree.demo.LoadDemo.Found;
import city.certfree.demo.population.DemoCitizen;
import city.certfree.demo.population.Population;
import city.certfree.fixture.Dump;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Licences;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.ImportLicences;
import city.certfree.registry.Registry;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.version.PublishRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The first start, the second, one after a loading that was broken off, and one where there is somebody else's data. */
class LoadDemoTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PERSONS = 8;
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Test
    void loadsAnEmptyDatabaseOnce() {
        var database = emptyDatabase();
        try (var first = start(database)) {
            assertFalse(gate(first).isOpen());

            assertEquals(Found.NOTHING, first.getBean(LoadDemo.class).load());

            assertTrue(gate(first).isOpen());
            assertEquals(
                    1_226,
                    first.getBean(Registry.class).current().catalogue().items().size());
            assertEquals(
                    DemoAccounts.PEOPLE.size(),
                    first.getBean(Accounts.class).all().size());
            assertEquals(16, hisAndHisFirms(first).size());
            assertEquals(Found.DEMO, first.getBean(LoadDemo.class).load());
        }
        try (var second = start(database)) {
            assertTrue(gate(second).isOpen());
            assertEquals(Found.DEMO, second.getBean(LoadDemo.class).load());
        }
    }

    @Test
    void finishesALoadingThatWasBrokenOff() {
        var database = emptyDatabase();
        var day = LocalDate.of(2026, 11, 20);
        try (var killed = start(database)) {
            killed.getBean(DemoMarks.class)
                    .begin(day, killed.getBean(Clock.class).instant());
            killed.getBean(PublishRegistry.class).publish(RegistrySource.sample(), day, "demo");
            importSome(killed, day, 10);
            assertFalse(gate(killed).isOpen());
        }
        try (var next = start(database)) {
            assertEquals(Found.PART_OF_DEMO, next.getBean(LoadDemo.class).load());

            assertTrue(gate(next).isOpen());
            assertEquals(16, hisAndHisFirms(next).size());
            assertEquals(1, next.getBean(Registry.class).current().version().number());
        }
    }

    @Test
    void refusesToStartOnOtherLicences() {
        var database = emptyDatabase();
        try (var production = start(database)) {
            var today = LocalDate.now(production.getBean(Clock.class).withZone(ZONE));
            production.getBean(PublishRegistry.class).publish(RegistrySource.sample(), today, "city");
            importSome(production, today, 5);
        }
        var refusal = assertThrows(RuntimeException.class, () -> start(loading(database)));

        assertTrue(messages(refusal).anyMatch(message -> message.contains("demo mode does not start")));
        try (var untouched = start(database)) {
            assertTrue(untouched.getBean(DemoMarks.class).find().isEmpty());
        }
    }

    /** Not even without licences: the demo's keys are for the demo's database alone. */
    @Test
    void refusesToStartOnAnotherRegistry() {
        var database = emptyDatabase();
        try (var production = start(database)) {
            var today = LocalDate.now(production.getBean(Clock.class).withZone(ZONE));
            production.getBean(PublishRegistry.class).publish(RegistrySource.sample(), today, "city");
        }
        var refusal = assertThrows(RuntimeException.class, () -> start(loading(database)));

        assertTrue(messages(refusal).anyMatch(message -> message.contains("demo mode does not start")));
    }

    @Test
    void leavesARegistryWithoutLicencesAlone() {
        var database = emptyDatabase();
        try (var context = start(database)) {
            var today = LocalDate.now(context.getBean(Clock.class).withZone(ZONE));
            context.getBean(PublishRegistry.class).publish(RegistrySource.sample(), today, "city");

            assertEquals(Found.SOMETHING, context.getBean(LoadDemo.class).load());

            assertFalse(gate(context).isOpen());
            assertEquals(List.of(), hisAndHisFirms(context));
        }
    }

    @Test
    void loadsBeforeAnythingElseStartsAndHidesEverybody() throws SQLException {
        var database = emptyDatabase();
        try (var context = start(loading(database))) {
            assertTrue(gate(context).isOpen());

            var dump = dump(context);

            assertEquals(
                    List.of(),
                    hisAndHisFirms(context).stream()
                            .flatMap(LoadDemoTest::personal)
                            .distinct()
                            .filter(dump::shows)
                            .toList());
        }
    }

    /** The settings of a database that holds nothing yet. */
    private static Map<String, String> emptyDatabase() {
        return Map.of(
                "datasources.default.url",
                "jdbc:h2:mem:demo%d;MODE=MySQL;DB_CLOSE_DELAY=-1".formatted(NEXT.getAndIncrement()));
    }

    private static Stream<String> personal(Licence licence) {
        var holders = licence.holders().stream()
                .flatMap(holder -> Stream.of(holder.name(), holder.code().value()));
        return Stream.concat(
                holders, Stream.of(licence.certificateNumber(), licence.signed().text()));
    }

    private static List<Licence> hisAndHisFirms(ApplicationContext context) {
        var licences = context.getBean(Licences.class).ownedUnder(Grants.own(DemoCitizen.CODE));
        var today = LocalDate.now(context.getBean(Clock.class).withZone(ZONE));
        assertTrue(licences.stream().allMatch(licence -> licence.statusOn(today) == LicenceStatus.VALID));
        return licences;
    }

    private static void importSome(ApplicationContext context, LocalDate day, int rows) {
        var catalogue = context.getBean(Registry.class).current().catalogue();
        var all = new Population(catalogue, PERSONS, day).rows();
        var some = Stream.generate(all::next).limit(rows).toList();
        context.getBean(ImportLicences.class)
                .importAll(List.<FeedRow>copyOf(some).iterator(), row -> {
                    throw new AssertionError(row);
                });
    }

    private static DemoGate gate(ApplicationContext context) {
        return context.getBean(DemoGate.class);
    }

    private static Dump dump(ApplicationContext context) throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class))
                .getConnection()) {
            return Dump.of(connection);
        }
    }

    private static Stream<String> messages(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()));
    }

    private static Map<String, String> loading(Map<String, String> database) {
        var settings = new HashMap<>(database);
        settings.put("certfree.demo.load", "true");
        return settings;
    }

    private static ApplicationContext start(Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("certfree.demo.persons", PERSONS);
        return ApplicationContext.run(all, "test");
    }
}
