package city.certfree.cli;

import city.certfree.audit.CanonicalJson;
import city.certfree.crypto.Profile;
import city.certfree.crypto.file.KeyLine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command on keys is told, and how it speaks. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class KeyFolderOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "<folder>",
            description = "the folder of the key files; without it the setting CERTFREE_KEYS")
    private @Nullable Path folder;

    @Option(
            names = "--profile",
            paramLabel = "<profile>",
            description = "intl or gm: whose keys are meant; without it the setting CERTFREE_PROFILE, or intl")
    private @Nullable String profile;

    @Option(names = "--json", description = "answers in JSON, for programs")
    private boolean json;

    Path path() {
        return folder != null ? folder : Path.of(required(spec, "<folder>", System.getenv("CERTFREE_KEYS")));
    }

    Profile profile() {
        var name = Objects.requireNonNullElseGet(
                profile, () -> Objects.requireNonNullElse(System.getenv("CERTFREE_PROFILE"), "intl"));
        return word(spec, "--profile", name, Profile.class);
    }

    /** A constant by its name in lower case. */
    static <E extends Enum<E>> E word(CommandSpec spec, String option, String given, Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(given)) {
                return word;
            }
        }
        throw new ParameterException(spec.commandLine(), option + ": " + given + " is not a word known here");
    }

    static String required(CommandSpec spec, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ParameterException(spec.commandLine(), name + " is missing");
        }
        return value;
    }

    /** Prints keys, one a line, or all of them as JSON. */
    void print(CommandSpec command, List<KeyLine> lines, Function<KeyLine, String> text) {
        var out = command.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.text(
                    Map.of("keys", lines.stream().map(KeyFolderOptions::members).toList())));
        } else {
            lines.forEach(line -> out.println(text.apply(line)));
        }
    }

    /** Says something to people. */
    void note(CommandSpec command, String text) {
        if (!json) {
            command.commandLine().getOut().println(text);
        }
    }

    static String text(KeyLine line) {
        return Stream.of(
                        line.purpose() + (line.issuer() == null ? "" : " " + line.issuer()),
                        line.state().name().toLowerCase(Locale.ROOT),
                        line.algorithm(),
                        line.kid(),
                        line.file())
                .collect(Collectors.joining("\t"));
    }

    private static Map<String, Object> members(KeyLine line) {
        var members = new LinkedHashMap<String, Object>();
        members.put("file", line.file());
        members.put("kid", line.kid());
        members.put("purpose", line.purpose());
        members.put("algorithm", line.algorithm());
        members.put("profile", line.profile().name().toLowerCase(Locale.ROOT));
        members.put("state", line.state().name().toLowerCase(Locale.ROOT));
        putIfThere(members, "issuer", line.issuer());
        putIfThere(members, "publishedAt", line.publishedAt());
        putIfThere(members, "retiredAt", line.retiredAt());
        return members;
    }

    private static void putIfThere(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
