package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.ProveAccount;
import city.certfree.kernel.RandomId;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands as an administrator types them, each in a start of its own on one database. */
class CommandsTest {
    private static final String URL = "datasources.default.url";
    private static final String MODE = "certfree.mode";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void nameADatabase() {
        System.setProperty(URL, "jdbc:h2:mem:" + RandomId.next() + ";MODE=MySQL;DB_CLOSE_DELAY=-1");
        System.setProperty(MODE, "demo");
    }

    @AfterEach
    void forgetTheDatabase() {
        System.clearProperty(URL);
        System.clearProperty(MODE);
    }

    @Test
    void addsListsDisablesAndResetsAnAccount() {
        assertEquals(0, run("accounts add --username admin --role sysadmin --office 37040210001"));
        var password = secret(
                "Account admin added\\. The password, shown only now: (\\S{22}) For the authenticator app, shown only now: "
                        + "otpauth://totp/certfree:admin\\?secret=[A-Z2-7]{32}&issuer=certfree\\s+");
        assertTrue(proves("admin", password));

        assertEquals(1, run("accounts add --username admin --role auditor --office 37040210001"));
        assertEquals(0, run("accounts disable --username admin"));
        assertFalse(proves("admin", password));

        out.getBuffer().setLength(0);
        assertEquals(0, run("accounts list"));
        assertEquals(
                "admin\tsysadmin\t37040210001\tdisabled\tpassword and one-time password",
                out.toString().strip());

        out.getBuffer().setLength(0);
        assertEquals(0, run("accounts reset --username admin"));
        var another = secret("Account admin reset\\. The password, shown only now: (\\S{22})\\s+");
        assertTrue(proves("admin", another));
        assertFalse(proves("admin", password));
    }

    @Test
    void givesAnAccountAnotherSecondFactor() {
        assertEquals(0, run("accounts add --username clerk --role clerk --office 37040210001"));
        secret("Account clerk added\\. The password, shown only now: (\\S{22})\\s+");
        out.getBuffer().setLength(0);
        assertEquals(0, run("accounts second-factor --username clerk"));
        secret("Account clerk has another second factor\\. For the authenticator app, shown only now: "
                + "otpauth://totp/certfree:clerk\\?secret=([A-Z2-7]{32})&issuer=certfree\\s+");
        out.getBuffer().setLength(0);
        assertEquals(0, run("accounts list"));
        assertTrue(out.toString().contains("password and one-time password"));
    }

    @Test
    void takesAPasswordFromTheStandardInputAndShowsNone() {
        var stdin = System.in;
        System.setIn(new ByteArrayInputStream("正确的马 correct horse\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertEquals(0, run("accounts add --username admin --role secadmin --office 37040210001 --password-stdin"));
        } finally {
            System.setIn(stdin);
        }
        assertTrue(out.toString()
                .startsWith("Account admin added. For the authenticator app, shown only now: otpauth://"));
        assertTrue(proves("admin", "正确的马 correct horse"));
    }

    @Test
    void addsListsAndDisablesAClient(@TempDir Path folder) throws IOException {
        assertEquals(0, run("clients add --client-id hospital --office 37040210001"));
        secret("Client hospital added\\. The secret, shown only now: (\\S{22})\\s+");
        assertEquals(1, run("clients add --client-id hospital --office 37040210001"));

        // The public key of RFC 7515, appendix A.3.
        var jwks = Files.writeString(
                folder.resolve("jwks.json"),
                """
                {"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""");
        assertEquals(0, run("clients add --client-id school --office 37040210002 --jwks " + jwks));
        assertEquals(0, run("clients disable --client-id school"));

        out.getBuffer().setLength(0);
        assertEquals(0, run("clients list"));
        assertEquals(
                """
                hospital\t37040210001\tsecret\tenabled
                school\t37040210002\tkeys\tdisabled""",
                out.toString().strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts add --username admin --role citizen --office 37040210001",
                "accounts add --username admin --role clerk --office 1",
                "accounts add --username Admin! --role clerk --office 37040210001",
                "accounts add --role clerk --office 37040210001",
                "clients add --client-id -x --office 37040210001"
            })
    void refusesWhatBreaksARule(String line) {
        assertEquals(2, run(line));
        assertFalse(err.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts disable --username nobody",
                "accounts reset --username nobody",
                "accounts second-factor --username nobody",
                "clients disable --client-id nobody",
                "clients add --client-id school --office 37040210001 --jwks no-such-file"
            })
    void saysInOneLineWhyItIsNotDone(String line) {
        assertEquals(1, run(line));
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().startsWith("Not done: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts --help", "accounts add --help", "clients --help", "clients add --help"})
    void explainsItself(String line) {
        assertEquals(0, run(line));
        assertTrue(out.toString().contains("Usage: certfree "));
    }

    private int run(String line) {
        return new CommandLine(Certfree.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.split(" "));
    }

    private String secret(String message) {
        var match = Pattern.compile(message).matcher(out.toString());
        assertTrue(match.matches(), out.toString());
        return match.group(1);
    }

    private static boolean proves(String name, String password) {
        try (var context = ApplicationContext.run()) {
            return context.getBean(ProveAccount.class).prove(name, password).isPresent();
        }
    }
}
