package city.certfree.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.account.SetSecondFactor;
import city.certfree.crypto.TotpSecret;
import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.TestClock;
import city.certfree.kernel.OfficeCode;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One-time passwords at the sign-in. */
@MicronautTest(transactional = false)
@Property(name = TestClock.PROPERTY, value = "2026-11-23T01:00:00Z")
class SecondFactorTest implements OnH2 {
    private static final String PASSWORD = "correct horse 07";
    private static final OfficeCode OFFICE = new OfficeCode("37040210001");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    TestClock clock;

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    AddAccount addAccount;

    @Inject
    SetSecondFactor setSecondFactor;

    private final TotpSecret secret = TotpSecret.random();
    private Caller caller;
    private String name;

    @BeforeEach
    void addAnAuditor() {
        clock.advance(Duration.ofMinutes(15));
        caller = new Caller(http);
        name = add(Role.AUDITOR, secret);
    }

    @Test
    void isAskedForAfterTheRightPasswordOnly() {
        var asked = caller.signIn(name, PASSWORD);
        assertEquals(401, asked.status());
        assertTrue(asked.isProblem("otp-required"));
        assertTrue(caller.signIn(name, "wrong").isProblem("not-signed-in"));
        assertEquals(204, caller.signIn(name, PASSWORD, otp()).status());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPERVISOR", "AUDITOR", "SYSADMIN", "SECADMIN"})
    void keepsAnOfficerOutWhoHasNone(Role role) {
        var without = add(role, null);
        assertTrue(caller.signIn(without, PASSWORD).isProblem("otp-required"));
        assertTrue(caller.signIn(without, PASSWORD, otp()).isProblem("otp-required"));
    }

    @Test
    void isAskedOfAClerkWhoHasSetOne() {
        var clerk = add(Role.CLERK, secret);
        assertTrue(caller.signIn(clerk, PASSWORD).isProblem("otp-required"));
        assertEquals(204, caller.signIn(clerk, PASSWORD, otp()).status());
    }

    @Test
    void h25_oneTimePasswordIsTakenOnce() {
        var otp = otp();
        assertEquals(204, caller.signIn(name, PASSWORD, otp).status());
        assertTrue(caller.signIn(name, PASSWORD, otp).isProblem("not-signed-in"));
        clock.advance(TotpSecret.STEP);
        assertTrue(caller.signIn(name, PASSWORD, otp).isProblem("not-signed-in"));
        assertEquals(204, caller.signIn(name, PASSWORD, otp()).status());
    }

    @Test
    void h25_wrongOneTimePasswordAnswersLikeAWrongPassword() {
        var wrongBoth = caller.signIn(name, "wrong", "000000");
        var wrongOtp = caller.signIn(name, PASSWORD, otherThan(otp()));
        assertEquals(wrongBoth.status(), wrongOtp.status());
        assertEquals(wrongBoth.body(), wrongOtp.body());
    }

    @Test
    void h25_guessingOneTimePasswordsIsThrottled() {
        for (int i = 0; i < 5; i++) {
            assertEquals(401, caller.signIn(name, PASSWORD, otherThan(otp())).status());
        }
        var refused = caller.signIn(name, PASSWORD, otp());
        assertTrue(refused.isProblem("too-many-attempts"));
        assertEquals("30", refused.header("Retry-After"));
    }

    @Test
    void h25_askingForTheOneTimePasswordForgetsNoFailure() {
        for (int i = 0; i < 4; i++) {
            caller.signIn(name, PASSWORD, otherThan(otp()));
            assertTrue(caller.signIn(name, PASSWORD).isProblem("otp-required"));
        }
        caller.signIn(name, PASSWORD, otherThan(otp()));
        assertTrue(caller.signIn(name, PASSWORD).isProblem("too-many-attempts"));
    }

    @Test
    void anotherSecretEndsSessionsAndTheOldOnesWorth() {
        var session = caller.signIn(name, PASSWORD, otp()).session();
        var another = TotpSecret.random();
        clock.advance(Duration.ofSeconds(60));
        setSecondFactor.set(name, another);
        assertEquals(401, caller.get("/api/v1/me/uses", Caller.cookie(session)).status());
        assertEquals(401, caller.signIn(name, PASSWORD, otp()).status());
        assertEquals(
                204, caller.signIn(name, PASSWORD, another.at(clock.instant())).status());
    }

    @Test
    void theCounterAsksForItToo() {
        var clerk = add(Role.CLERK, secret);
        var browser = new Browser(server.getURL()).open("/counter");
        browser.submit("/counter/sign-in", "account", clerk, "password", PASSWORD);
        assertEquals(401, browser.status());
        assertTrue(browser.page().contains("动态口令"));
        browser.submit("/counter/sign-in", "password", PASSWORD, "otp", otp().replaceFirst("(...)", "$1 "));
        assertTrue(browser.page().contains("退出"));
    }

    private String otp() {
        return secret.at(clock.instant());
    }

    /** Of a million numbers three are right; this is none of them. */
    private String otherThan(String otp) {
        var other = otp;
        for (int i = 0; secret.stepOf(other, clock.instant()).isPresent(); i++) {
            other = "%06d".formatted(i);
        }
        return other;
    }

    private String add(Role role, @Nullable TotpSecret secondFactor) {
        var fresh = role.code() + "-" + NAMES.incrementAndGet();
        addAccount.add(new NewAccount(fresh, role, OFFICE, new NewPassword(PASSWORD), false, secondFactor));
        return fresh;
    }
}
