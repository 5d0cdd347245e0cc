package city.certfree.demo.population;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.SampleRegistry;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.NewLicence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/demo-data.md} true: on a failure, its table is to be replaced by what is said to be expected. */
class DemoDataDocumentTest {
    @Test
    void listsWhatIsTheSameWhateverTheDay() throws IOException {
        var document = Files.readString(Path.of("docs/demo-data.md"));
        var one = licences(LocalDate.of(2026, 11, 23));
        var other = licences(LocalDate.of(2031, 2, 28));
        var table = IntStream.range(0, one.size())
                .mapToObj(i -> line(one.get(i), other.get(i)))
                .collect(joining("\n", "", "\n"));

        assertTrue(document.contains(table), () -> "expected in docs/demo-data.md:\n" + table);
    }

    private static String line(NewLicence one, NewLicence other) {
        var type = SampleRegistry.catalogue().type(one.type()).orElseThrow();
        var stable = one.attributes().entrySet().stream()
                .filter(attribute ->
                        attribute.getValue().equals(other.attributes().get(attribute.getKey())))
                .map(attribute -> "`" + attribute.getKey() + "` " + attribute.getValue())
                .collect(joining(", "));
        return "| %s | `%s` | %s | %s |".formatted(type.name(), type.code(), one.certificateNumber(), stable);
    }

    private static List<NewLicence> licences(LocalDate day) {
        var licences = new ArrayList<NewLicence>();
        new Population(SampleRegistry.catalogue(), 0, day).rows().forEachRemaining(row -> {
            if (row instanceof FeedRow.OfLicence(long line, NewLicence licence)) {
                licences.add(licence);
            }
        });
        return licences;
    }
}
