package city.certfree.story;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.Refusal;
import city.certfree.audit.AuditEvent;
import city.certfree.audit.Outcome;
import city.certfree.channel.show.ShowReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the tables of {@code docs/audit-events.md} true: they are made from the enums. */
class AuditEventsTest {
    private static final Path DOCUMENT = Path.of("docs/audit-events.md");
    private static final String TABLES = "\n## How a use ends\n";

    @Test
    void theDocumentListsWhatTheLogHolds() throws IOException {
        var document = Files.readString(DOCUMENT);
        var expected = document.substring(0, document.indexOf(TABLES)) + TABLES + tables();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals(expected, Files.readString(DOCUMENT), "mvn test -Dtest=AuditEventsTest -Dupdate.docs=true");
    }

    @Test
    void onlyRefusalsOccurInAnyChannel() {
        var refusals = Arrays.stream(Refusal.values()).map(Refusal::outcome).collect(Collectors.toSet());
        for (var outcome : Outcome.values()) {
            assertEquals(refusals.contains(outcome), outcome.channels().equals("any, as a refusal"), outcome.code());
        }
    }

    @Test
    void everyMeaningIsASentence() {
        Stream.of(
                        Arrays.stream(Outcome.values()).map(Outcome::meaning),
                        Arrays.stream(ShowReason.values()).map(ShowReason::meaning),
                        Arrays.stream(AuditEvent.values()).map(AuditEvent::meaning))
                .flatMap(meanings -> meanings)
                .forEach(meaning -> assertTrue(meaning.matches("[A-Z][^|\n]+\\."), meaning));
    }

    private static String tables() {
        return outcomes() + "\n## Why a showing is not accepted\n" + reasons() + "\n## Administrative acts\n" + acts();
    }

    private static String outcomes() {
        return table(
                List.of("code", "`outcome` of the record", "channel", "data left the service", "meaning"),
                Arrays.stream(Outcome.values())
                        .map(o -> List.of(
                                code(o.code()),
                                code(o.name()),
                                o.channels(),
                                o.left().words(),
                                o.meaning())));
    }

    private static String reasons() {
        return table(
                List.of("`reason`", "`verdict`", "`outcome` of the record", "meaning"),
                Arrays.stream(ShowReason.values())
                        .map(r -> List.of(
                                code(r.code()),
                                code(r.verdict().name()),
                                r.outcome().map(o -> code(o.name())).orElse("no record"),
                                r.meaning())));
    }

    private static String acts() {
        return table(
                List.of("`event`", "meaning", "who does it", "`details`"),
                Arrays.stream(AuditEvent.values())
                        .map(e -> List.of(code(e.name()), e.meaning(), e.actor(), e.details())));
    }

    private static String table(List<String> head, Stream<List<String>> rows) {
        var rule = head.stream().map(_ -> "---").toList();
        return Stream.concat(Stream.of(head, rule), rows)
                .map(cells -> cells.stream().collect(joining(" | ", "| ", " |\n")))
                .collect(joining("", "\n", ""));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
