package city.certfree.registry.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import city.certfree.fixture.TestClock;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.Registry;
import city.certfree.registry.RegistryVersion;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.feed.SmallRegistryFiles;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How versions are published and come into force, on any database. Every number is counted from what is there already. */
abstract class RegistryVersionsContract implements TestPropertyProvider {
    private static final LocalDate DAY = LocalDate.of(2001, 1, 31);
    private static final String FIRST_ITEM = "S07110500013";
    private static final String SECOND_ITEM = "S07110600012";

    private static final Instant NOW = Instant.parse("2001-01-31T10:00:00.123456Z");

    @Inject
    TestClock clock;

    @Inject
    PublishRegistry publish;

    @Inject
    PublishedRegistry registry;

    @Inject
    RegistryVersions versions;

    @BeforeEach
    void setTheClock() {
        clock.set(NOW);
    }

    /** Other tests on the same database expect the whole city. */
    @AfterAll
    void leaveTheSampleInForce() {
        published(RegistrySource.sample(), DAY);
    }

    @Test
    void givesTheNextNumberAndKeepsWhatWasSaid() {
        var first = published(new SmallRegistryFiles().csv(), DAY);
        var second = published(new SmallRegistryFiles().csv(), DAY);
        var expected = new RegistryVersion(first.number() + 1, DAY, "枣庄市行政审批服务局", NOW);
        assertEquals(
                List.of(expected, expected),
                List.of(second, versions.read(second.number()).version()));
    }

    @Test
    void answersFromTheNewVersionAtOnce() {
        var version = published(
                new SmallRegistryFiles()
                        .with("exempted-items.csv", "出生登记", "新生儿出生登记")
                        .csv(),
                DAY);
        var current = registry.current();
        assertEquals(version, current.version());
        assertEquals(
                "新生儿出生登记",
                current.catalogue().item(new ItemCode(FIRST_ITEM)).orElseThrow().name());
    }

    @Test
    void tellsAWithdrawnItemFromAnUnknownOne() {
        published(new SmallRegistryFiles().csv(), DAY);
        published(
                new SmallRegistryFiles()
                        .without("exempted-items.csv", SECOND_ITEM)
                        .without("item-exemptions.csv", SECOND_ITEM)
                        .csv(),
                DAY);
        assertInstanceOf(Registry.Standing.InForce.class, registry.standing(new ItemCode(FIRST_ITEM)));
        assertEquals(new Registry.Standing.NotInForce(), registry.standing(new ItemCode(SECOND_ITEM)));
        assertEquals(new Registry.Standing.Unknown(), registry.standing(new ItemCode("S00000000000")));
    }

    @Test
    void comesIntoForceAtTheCitysMidnight() {
        var today = published(new SmallRegistryFiles().csv(), DAY);
        var tomorrow = published(new SmallRegistryFiles().csv(), DAY.plusDays(1));
        clock.set(Instant.parse("2001-01-31T15:59:59Z"));
        registry.refresh();
        assertEquals(today, registry.current().version());
        clock.set(Instant.parse("2001-01-31T16:00:00Z"));
        registry.refresh();
        assertEquals(tomorrow, registry.current().version());
    }

    @Test
    void leavesEverythingAsItWasWhenTheSourceIsWrong() {
        published(new SmallRegistryFiles().csv(), DAY);
        var before = versions.heads(DAY);
        var result = publish.publish(
                new SmallRegistryFiles()
                        .with("exempted-items.csv", "1106", "9999")
                        .csv(),
                DAY,
                "枣庄市行政审批服务局");
        assertEquals(
                9999,
                Integer.parseInt(assertInstanceOf(PublishResult.Rejected.class, result)
                        .problems()
                        .getFirst()
                        .value()));
        assertEquals(before, versions.heads(DAY));
    }

    @Test
    void isSeenByAnotherNodeWithinFiveSeconds() {
        try (var other = ApplicationContext.run(new HashMap<>(getProperties()))) {
            var otherRegistry = other.getBean(Registry.class);
            var version = published(new SmallRegistryFiles().csv(), DAY);
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                while (!otherRegistry.current().version().equals(version)) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @Test
    void numbersTwoThatPublishAtOnceOneAfterTheOther() throws InterruptedException, ExecutionException {
        var before = published(new SmallRegistryFiles().csv(), DAY).number();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> publishing =
                    () -> published(new SmallRegistryFiles().csv(), DAY).number();
            var numbers = new TreeSet<Long>();
            for (var number : threads.invokeAll(List.of(publishing, publishing))) {
                numbers.add(number.get());
            }
            assertEquals(Set.of(before + 1, before + 2), numbers);
        }
    }

    private RegistryVersion published(RegistrySource source, LocalDate effectiveOn) {
        return assertInstanceOf(PublishResult.Published.class, publish.publish(source, effectiveOn, "枣庄市行政审批服务局"))
                .version();
    }
}
