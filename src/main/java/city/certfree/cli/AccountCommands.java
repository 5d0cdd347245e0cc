package city.certfree.cli;

import city.certfree.access.account.Account;
import city.certfree.access.account.Accounts;
import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.DisableAccount;
import city.certfree.access.account.ResetPassword;
import city.certfree.access.account.Role;
import city.certfree.access.account.SetSecondFactor;
import city.certfree.crypto.TotpSecret;
import city.certfree.kernel.OfficeCode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The accounts of offices' staff: the first administrator's, and everybody else's. */
@Command(
        name = "accounts",
        description = "Adds, disables, resets and lists the accounts of offices' staff.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class AccountCommands {
    private static final String NAME = "the sign-in name: a-z 0-9 . _ -";
    private static final String STDIN =
            "reads the password from the standard input; otherwise one is made and shown once";

    @Spec
    private CommandSpec spec;

    @Command(description = "Adds an account.", mixinStandardHelpOptions = true)
    int add(
            @Option(names = "--username", required = true, description = NAME) String name,
            @Option(
                            names = "--role",
                            required = true,
                            converter = StaffRole.class,
                            description = "clerk, issuer, supervisor, auditor, sysadmin or secadmin")
                    Role role,
            @Option(names = "--office", required = true, description = "the code of the office: 11 digits")
                    String office,
            @Option(names = "--password-stdin", description = STDIN) boolean fromStdin) {
        var work = new ServiceWork(spec);
        return work.run(context -> {
            var password = fromStdin ? ChosenPassword.fromStdin() : ChosenPassword.made();
            var asked = new NewAccount(name, role, new OfficeCode(office), password.value(), false);
            return switch (context.getBean(AddAccount.class).add(asked)) {
                case ADDED ->
                    work.done("Account " + name + " added." + password.shownOnce("password")
                            + shownOnce(asked.secondFactor(), name));
                case NAME_TAKEN -> work.refused("there is an account " + name + " already.");
            };
        });
    }

    @Command(description = "Disables an account; its sessions are over.", mixinStandardHelpOptions = true)
    int disable(@Option(names = "--username", required = true, description = NAME) String name) {
        var work = new ServiceWork(spec);
        return work.run(context -> switch (context.getBean(DisableAccount.class).disable(name)) {
            case DISABLED -> work.done("Account " + name + " disabled.");
            case NO_SUCH_ACCOUNT -> work.refused("there is no account " + name + ".");
        });
    }

    @Command(
            description = "Sets another password and enables the account; its sessions are over, and no pause is left.",
            mixinStandardHelpOptions = true)
    int reset(
            @Option(names = "--username", required = true, description = NAME) String name,
            @Option(names = "--password-stdin", description = STDIN) boolean fromStdin) {
        var work = new ServiceWork(spec);
        return work.run(context -> {
            var password = fromStdin ? ChosenPassword.fromStdin() : ChosenPassword.made();
            return switch (context.getBean(ResetPassword.class).reset(name, password.value())) {
                case RESET -> work.done("Account " + name + " reset." + password.shownOnce("password"));
                case NO_SUCH_ACCOUNT -> work.refused("there is no account " + name + ".");
            };
        });
    }

    @Command(
            name = "second-factor",
            description =
                    "Sets another second factor; the account's sessions are over, and its old codes worth nothing.",
            mixinStandardHelpOptions = true)
    int secondFactor(@Option(names = "--username", required = true, description = NAME) String name) {
        var work = new ServiceWork(spec);
        return work.run(context -> {
            var secret = TotpSecret.random();
            return switch (context.getBean(SetSecondFactor.class).set(name, secret)) {
                case SET -> work.done("Account " + name + " has another second factor." + shownOnce(secret, name));
                case NO_SUCH_ACCOUNT -> work.refused("there is no account " + name + ".");
            };
        });
    }

    @Command(description = "Lists all accounts, by name.", mixinStandardHelpOptions = true)
    int list() {
        var work = new ServiceWork(spec);
        return work.run(context -> work.done(context.getBean(Accounts.class).all().stream()
                .map(AccountCommands::line)
                .collect(Collectors.joining(System.lineSeparator()))));
    }

    private static String shownOnce(@Nullable TotpSecret secondFactor, String name) {
        return secondFactor == null ? "" : " For the authenticator app, shown only now: " + secondFactor.uri(name);
    }

    private static String line(Account a) {
        return String.join(
                "\t",
                a.name(),
                a.role().code(),
                a.office().value(),
                (a.demo() ? "demo " : "") + (a.disabledAt() == null ? "enabled" : "disabled"),
                a.secondFactor() == null ? "password" : "password and one-time password");
    }

    /** Reads a role that an account may have. */
    static final class StaffRole implements ITypeConverter<Role> {
        @Override
        public Role convert(String text) {
            return Arrays.stream(Role.values())
                    .filter(role -> role != Role.CITIZEN && role.code().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "a role is clerk, issuer, supervisor, auditor, sysadmin or secadmin"));
        }
    }
}
