package city.certfree.cli;

import city.certfree.crypto.file.KeyDesk.Step;
import city.certfree.crypto.file.KeyLine;
import city.certfree.crypto.file.PublicKeys;
import city.certfree.kernel.DepartmentCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The keys of a deployment. Running nodes take changed key files over by themselves within five seconds. */
@Command(
        name = "keys",
        description = "Makes, lists, replaces and publishes the keys of a deployment, and seals the store anew.",
        mixinStandardHelpOptions = true,
        subcommands = Reseal.class)
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class KeyCommands {
    @Spec
    private CommandSpec spec;

    @Command(
            description = "Makes the keys that a folder lacks; what is there stays as it is.",
            mixinStandardHelpOptions = true)
    int generate(
            @Mixin KeyFolderOptions folder,
            @Option(
                            names = "--issuers",
                            split = ",",
                            paramLabel = "<code>",
                            description =
                                    "departments whose licences the service signs, joined by commas, beside those that have keys")
                    @Nullable List<String> issuers) {
        return new KeyWork(spec, folder).run(desk -> {
            var codes = issuers == null
                    ? List.<DepartmentCode>of()
                    : issuers.stream().map(DepartmentCode::new).toList();
            var made = desk.generate(codes);
            folder.print(spec, made, line -> "made " + KeyFolderOptions.text(line));
            folder.note(
                    spec,
                    made.isEmpty()
                            ? "Nothing was lacking."
                            : "Keep the files secret, and a copy apart from the database's.");
            return ExitCode.OK;
        });
    }

    @Command(description = "Lists the keys of a folder. No key itself is shown.", mixinStandardHelpOptions = true)
    int list(@Mixin KeyFolderOptions folder) {
        return new KeyWork(spec, folder).run(desk -> {
            folder.print(spec, desk.list(), KeyFolderOptions::text);
            return ExitCode.OK;
        });
    }

    @Command(
            description = {
                "Replaces keys in two steps: the first call publishes a next key, the second, ten minutes later, lets it sign and retires the old one.",
                "Ends with exit code 1 where a key was not published long enough."
            },
            mixinStandardHelpOptions = true)
    int rotate(
            @Mixin KeyFolderOptions folder,
            @Option(
                            names = "--purpose",
                            split = ",",
                            required = true,
                            description = "what the keys are for: show, receipt, access, log, licence, seal, index")
                    Set<String> purposes,
            @Option(names = "--issuers", split = ",", paramLabel = "<code>", description = "with licence: only theirs")
                    @Nullable Set<String> issuers,
            @Option(names = "--now", description = "lets a next key sign even if caches may not know it yet")
                    boolean atOnce) {
        return new KeyWork(spec, folder).run(desk -> {
            var steps = desk.rotate(
                    line -> purposes.contains(line.purpose()) && (issuers == null || issuers.contains(line.issuer())),
                    atOnce);
            folder.print(spec, steps.stream().map(Step::key).toList(), line -> told(steps, line));
            boolean waits = steps.stream().anyMatch(Step.TooEarly.class::isInstance);
            return steps.isEmpty() || waits ? ExitCode.SOFTWARE : ExitCode.OK;
        });
    }

    private static String told(List<Step> steps, KeyLine line) {
        return steps.stream()
                .filter(step -> step.key().equals(line))
                .map(step -> switch (step) {
                    case Step.Published published ->
                        "published " + KeyFolderOptions.text(line) + "; rotate again from " + published.signsFrom();
                    case Step.Activated activated ->
                        "active " + KeyFolderOptions.text(line) + "; retired " + activated.retired();
                    case Step.TooEarly early ->
                        "waiting " + KeyFolderOptions.text(line) + "; from " + early.signsFrom();
                })
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Command(
            description = "Retires a key at once: what says that it was signed later is forged.",
            mixinStandardHelpOptions = true)
    int retire(
            @Mixin KeyFolderOptions folder,
            @Option(names = "--kid", required = true, description = "the key's name, as list shows it") String kid) {
        return new KeyWork(spec, folder).run(desk -> {
            var retired = desk.retire(kid);
            if (retired.isEmpty()) {
                return new ServiceWork(spec).refused("there is no key " + kid + " that is not retired.");
            }
            folder.print(spec, List.of(retired.get()), line -> "retired " + KeyFolderOptions.text(line));
            return ExitCode.OK;
        });
    }

    @Command(
            description = "Writes the public keys, and nothing else, to the standard output.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin KeyFolderOptions folder,
            @Option(
                            names = "--format",
                            defaultValue = "jwks",
                            description = "jwks, pem, or log: the verifier key of an evidence log (C2SP signed-note)")
                    String format,
            @Option(names = "--origin", description = "with log: the log's name") @Nullable String origin) {
        return new KeyWork(spec, folder).run(desk -> {
            var keys = PublicKeys.of(folder.path());
            var text =
                    switch (KeyFolderOptions.word(spec, "--format", format, ExportFormat.class)) {
                        case JWKS -> keys.jwks();
                        case PEM -> keys.pem();
                        case LOG -> keys.logVerifiers(KeyFolderOptions.required(spec, "--origin", origin));
                    };
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        });
    }

    /** What export writes. */
    enum ExportFormat {
        JWKS,
        PEM,
        LOG
    }
}
