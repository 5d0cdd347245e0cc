package city.certfree.web.signin;

import static city.certfree.web.signin.Caller.cookie;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.DisableAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.crypto.TotpSecret;
import city.certfree.fixture.MariaDbServer;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.HttpClient;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What one node knows of sessions, another knows: they share the database and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private static final String PASSWORD = "correct horse 07";

    private EmbeddedServer one;
    private EmbeddedServer other;
    private Caller atOne;
    private Caller atOther;
    private String name;

    @BeforeAll
    void start() {
        one = node();
        other = node();
        atOne = new Caller(one.getApplicationContext().createBean(HttpClient.class, one.getURL()));
        atOther = new Caller(other.getApplicationContext().createBean(HttpClient.class, other.getURL()));
        name = "t-" + RandomId.next().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "0");
        one.getApplicationContext()
                .getBean(AddAccount.class)
                .add(new NewAccount(name, Role.CLERK, new OfficeCode("37040210001"), new NewPassword(PASSWORD), false));
    }

    @AfterAll
    void stop() {
        one.stop();
        other.stop();
    }

    @Test
    void signsOutOnBothAtOnce() {
        var session = atOne.signIn(name, PASSWORD).session();
        assertEquals(200, atOther.get("/test/roles/staff", cookie(session)).status());
        atOne.signOut(session);
        assertEquals(401, atOther.get("/test/roles/staff", cookie(session)).status());
    }

    @Test
    void countsFailuresOnBothTogether() {
        var nobody = name + "-nobody";
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    401, (i % 2 == 0 ? atOne : atOther).signIn(nobody, "wrong").status());
        }
        assertEquals(429, atOne.signIn(nobody, "wrong").status());
        assertEquals(429, atOther.signIn(nobody, "wrong").status());
    }

    @Test
    void h25_takesAOneTimePasswordOnceOnBothTogether() {
        var auditor = name + "-otp";
        var secret = TotpSecret.random();
        var bean = one.getApplicationContext().getBean(AddAccount.class);
        bean.add(new NewAccount(
                auditor, Role.AUDITOR, new OfficeCode("37040210001"), new NewPassword(PASSWORD), false, secret));
        var otp = secret.at(one.getApplicationContext().getBean(Clock.class).instant());
        assertEquals(204, atOne.signIn(auditor, PASSWORD, otp).status());
        assertEquals(401, atOther.signIn(auditor, PASSWORD, otp).status());
    }

    @Test
    void endsTheSessionsOfAnAccountThatTheOtherDisabled() {
        var brief = name + "-brief";
        one.getApplicationContext()
                .getBean(AddAccount.class)
                .add(new NewAccount(
                        brief, Role.CLERK, new OfficeCode("37040210001"), new NewPassword(PASSWORD), false));
        var session = atOne.signIn(brief, PASSWORD).session();
        other.getApplicationContext().getBean(DisableAccount.class).disable(brief);
        assertEquals(401, atOne.get("/test/roles/staff", cookie(session)).status());
    }

    private static EmbeddedServer node() {
        Map<String, Object> properties = new HashMap<>(MariaDbServer.shared().properties());
        properties.put("micronaut.server.port", -1);
        properties.put("test.roles", true);
        return ApplicationContext.run(EmbeddedServer.class, properties);
    }
}
