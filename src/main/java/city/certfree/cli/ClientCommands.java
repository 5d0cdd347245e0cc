package city.certfree.cli;

import city.certfree.access.client.AddClient;
import city.certfree.access.client.AddClient.Credential;
import city.certfree.access.client.AddClient.NewClient;
import city.certfree.access.client.Client;
import city.certfree.access.client.Clients;
import city.certfree.access.client.DisableClient;
import city.certfree.kernel.OfficeCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Other offices' systems. */
@Command(
        name = "clients",
        description = "Adds, disables and lists the systems of other offices.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class ClientCommands {
    private static final String ID = "the OAuth 2 client id: 0-9 A-Z a-z . _ -";

    @Spec
    private CommandSpec spec;

    @Command(description = "Adds a system, with keys of its own or a secret.", mixinStandardHelpOptions = true)
    int add(
            @Option(names = "--client-id", required = true, description = ID) String id,
            @Option(names = "--office", required = true, description = "the code of the office: 11 digits")
                    String office,
            @Option(
                            names = "--jwks",
                            paramLabel = "<file>",
                            description = "its public keys (RFC 7517); otherwise a secret is made and shown once")
                    @Nullable Path jwks,
            @Option(
                            names = "--issues",
                            description = "it may issue licences of its office's departments; otherwise it only asks")
                    boolean issues) {
        var work = new ServiceWork(spec);
        return work.run(context -> {
            var secret = ChosenPassword.made();
            var credential = jwks == null ? new Credential.Secret(secret.value()) : new Credential.Keys(read(jwks));
            var asked = new NewClient(id, new OfficeCode(office), credential, issues, false);
            return switch (context.getBean(AddClient.class).add(asked)) {
                case ADDED -> work.done("Client " + id + " added." + (jwks == null ? secret.shownOnce("secret") : ""));
                case ID_TAKEN -> work.refused("there is a client " + id + " already.");
            };
        });
    }

    @Command(description = "Disables a system; the tokens it holds are worth nothing.", mixinStandardHelpOptions = true)
    int disable(@Option(names = "--client-id", required = true, description = ID) String id) {
        var work = new ServiceWork(spec);
        return work.run(context -> switch (context.getBean(DisableClient.class).disable(id)) {
            case DISABLED -> work.done("Client " + id + " disabled.");
            case NO_SUCH_CLIENT -> work.refused("there is no client " + id + ".");
        });
    }

    @Command(description = "Lists all systems, by id.", mixinStandardHelpOptions = true)
    int list() {
        var work = new ServiceWork(spec);
        return work.run(context -> work.done(context.getBean(Clients.class).all().stream()
                .map(ClientCommands::line)
                .collect(Collectors.joining(System.lineSeparator()))));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }

    private static String line(Client c) {
        return String.join(
                "\t",
                c.id(),
                c.office().value(),
                (c.jwks() == null ? "secret" : "keys") + (c.issues() ? " issues" : ""),
                (c.demo() ? "demo " : "") + (c.disabledAt() == null ? "enabled" : "disabled"));
    }
}
