package city.certfree.web.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.audit.check.WatchLogs;
import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.Scraped;
import city.certfree.fixture.UseRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds the alerts to what a service really tells: a rule on a figure that does not exist never fires. */
@MicronautTest(transactional = false)
class AlertRulesTest implements OnDemoCity {
    private static final Path RULES = Path.of("docs/operations/alerts.yml");
    private static final Path RUNBOOK = Path.of("docs/operations.md");

    /** What Prometheus itself adds to each target. */
    private static final String OF_PROMETHEUS = "up";

    /** Functions, operators and words of PromQL that the rules use. */
    private static final Set<String> WORDS =
            Set.of("sum", "rate", "increase", "histogram_quantile", "min_over_time", "and", "or");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern SELECTOR = Pattern.compile("(" + NAME + ")\\{([^}]*)}");

    /** What is not a name of a figure: matchers, ranges, and by what is grouped or joined. */
    private static final String ASIDE = "\\{[^}]*}|\\[[^]]*]|\\b(by|on)\\s*\\([^)]*\\)|[0-9.]+";

    @Inject
    ManagementPort port;

    /** Runs a minute after the start, and makes its figure then. */
    @Inject
    WatchLogs watch;

    @Inject
    @Client("/")
    HttpClient http;

    private Scraped figures = new Scraped("");

    /** Something is done once in every way that makes a figure. */
    @BeforeAll
    void use() {
        var system = Caller.system(http);
        assertEquals(
                200, system.post("/api/v1/shares", UseRequest.share().body()).status());
        figures = Scraped.of(port);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleSpeaksOfFiguresThatExist() throws IOException {
        return rules().stream()
                .map(rule -> dynamicTest(text(rule, "alert"), () -> {
                    var names = names(text(rule, "expr"));
                    assertFalse(names.isEmpty());
                    names.remove(OF_PROMETHEUS);
                    names.removeAll(figures.names());
                    assertEquals(Set.of(), names);
                }));
    }

    /** The class of a status comes with the first answer of it; all other labels are there from the start. */
    @TestFactory
    Stream<DynamicTest> everyLabelThatARuleNamesExists() throws IOException {
        return rules().stream().flatMap(rule -> SELECTOR.matcher(text(rule, "expr"))
                .results()
                .filter(selector -> !selector.group(1).equals(OF_PROMETHEUS)
                        && !selector.group(2).startsWith("status="))
                .map(selector -> dynamicTest(
                        selector.group(), () -> assertTrue(isThere(selector), () -> "no " + selector.group()))));
    }

    private boolean isThere(MatchResult selector) {
        return figures.text()
                .lines()
                .anyMatch(line -> line.startsWith(selector.group(1) + "{") && line.contains(selector.group(2)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleSaysWhatItIsAndWhatToDo() throws IOException {
        var runbook = Files.readAllLines(RUNBOOK);
        return rules().stream()
                .map(rule -> dynamicTest(text(rule, "alert"), () -> {
                    var name = text(rule, "alert");
                    var notes = map(rule.get("annotations"));
                    assertTrue(text(notes, "summary").length() > 20);
                    assertEquals(RUNBOOK + "#" + name.toLowerCase(Locale.ROOT), text(notes, "runbook"));
                    assertTrue(runbook.contains("### " + name), "the runbook has no such section");
                    assertTrue(Set.of("page", "ticket").contains(text(map(rule.get("labels")), "severity")));
                }));
    }

    @Test
    void everyAlertOfTheRunbookHasARule() throws IOException {
        var sections = Files.readAllLines(RUNBOOK).stream()
                .filter(line -> line.startsWith("### Certfree"))
                .map(line -> line.substring(4))
                .toList();
        assertEquals(rules().stream().map(rule -> text(rule, "alert")).toList(), sections);
    }

    private static Set<String> names(String expression) {
        var names = new TreeSet<String>();
        NAME.matcher(expression.replaceAll(ASIDE, " ")).results().forEach(name -> names.add(name.group()));
        names.removeAll(WORDS);
        return names;
    }

    private static List<Map<?, ?>> rules() throws IOException {
        try (var file = Files.newBufferedReader(RULES)) {
            Map<?, ?> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return list(document.get("groups")).stream()
                    .flatMap(group -> list(group.get("rules")).stream())
                    .toList();
        }
    }

    private static List<Map<?, ?>> list(@Nullable Object yaml) {
        return ((List<?>) Objects.requireNonNull(yaml))
                .stream().<Map<?, ?>>map(AlertRulesTest::map).toList();
    }

    private static Map<?, ?> map(@Nullable Object yaml) {
        return (Map<?, ?>) Objects.requireNonNull(yaml);
    }

    private static String text(Map<?, ?> yaml, String key) {
        return (String) Objects.requireNonNull(yaml.get(key), key);
    }
}
