package city.certfree.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.Attempts;
import city.certfree.audit.AccessLog;
import city.certfree.audit.Draft;
import city.certfree.audit.JointStatement;
import city.certfree.audit.Pending;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.OnMariaDb;
import city.certfree.kernel.RandomId;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts of one group whose statements stand in one. */
@MicronautTest(transactional = false)
class JointStatementsTest implements OnMariaDb {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String LOSER = "loser";
    private static final String CULPRIT = "culprit";

    @Inject
    AccessLog log;

    @Inject
    LogWriter writer;

    @Inject
    Attempts attempts;

    private Counted counted = new Counted();

    @BeforeEach
    void beginAnew() {
        counted = new Counted();
    }

    @Test
    void areRunOnceForAllInTheOrderOfTheirKeys() throws Exception {
        assertEquals(List.of(true, true, true), results(together("c", "a", "b")));
        assertEquals(List.of("[a, b, c]"), counted.runs);
        assertEquals(3, counted.kept());
    }

    @Test
    void aLoneOneIsRunAlone() throws Exception {
        assertEquals(List.of(true), results(together("a")));
        assertEquals(List.of("a"), counted.runs);
    }

    /** What was done for all is undone; then each runs alone, and only who lost has lost. */
    @Test
    void areRunOneByOneWhenNotAllHold() throws Exception {
        assertEquals(List.of(true, false, true), results(together("a", LOSER, "z")));
        assertEquals(List.of("[a, loser, z]", "a", LOSER, "z"), counted.runs);
        assertEquals(2, counted.kept(), "the first try left nothing");
    }

    @Test
    void ofTwoAboutTheSameTheSecondIsRunAfterTheFirst() throws Exception {
        assertEquals(List.of(true, false, true), results(together("a", "a", "b")));
        assertEquals(List.of("[a, b]", "a"), counted.runs);
        assertEquals(2, counted.kept());
    }

    @Test
    void aFaultIsItsCulpritsAlone() throws Exception {
        var answers = together("a", CULPRIT, "z");
        assertTrue(answers.get(0).get());
        assertThrows(ExecutionException.class, () -> answers.get(1).get());
        assertTrue(answers.get(2).get());
        assertEquals(2, counted.kept());
    }

    private List<Future<Boolean>> together(String... keys) throws Exception {
        return new OneGroup(log, writer)
                .of(Stream.of(keys)
                        .<Callable<Boolean>>map(key -> () -> log.append(act(key)))
                        .toList());
    }

    private Pending<Boolean> act(String key) {
        return Pending.after(
                key, counted, key, held -> new Draft.Recorded<>(AccessRecordOf.use(null, NOW), receipt -> held));
    }

    private static List<Boolean> results(List<Future<Boolean>> answers) throws Exception {
        var results = new ArrayList<Boolean>();
        for (var answer : answers) {
            results.add(answer.get());
        }
        return results;
    }

    /** Counts in the database, so that what is undone is seen to be; an element is won once, and one never. */
    private final class Counted implements JointStatement<String> {
        private final RandomId test = RandomId.next();
        private final List<String> runs = new ArrayList<>();
        private final List<String> elements = new ArrayList<>();

        @Override
        public boolean run(String element) {
            runs.add(element);
            return changes(element);
        }

        @Override
        public boolean runForAll(List<String> all) {
            runs.add(all.toString());
            boolean held = true;
            for (var element : all) {
                held &= changes(element);
            }
            return held;
        }

        private boolean changes(String element) {
            if (element.equals(CULPRIT)) {
                throw new IllegalStateException("a statement that cannot run");
            }
            elements.add(element);
            if (element.equals(LOSER) || count(element) > 0) {
                return false;
            }
            attempts.add(Attempts.Kind.MISMATCH, subject(element), NOW);
            return true;
        }

        private int kept() {
            return elements.stream().distinct().mapToInt(this::count).sum();
        }

        private int count(String element) {
            return attempts.count(Attempts.Kind.MISMATCH, subject(element), NOW);
        }

        private String subject(String element) {
            return test + element;
        }
    }
}
