package city.certfree.web.console.officer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.crypto.TotpSecret;
import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.TestClock;
import city.certfree.registry.Registry;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three people and one grant, with browsers that run no scripts. */
@MicronautTest(transactional = false)
@Property(name = TestClock.PROPERTY, value = "2026-11-23T01:00:00Z")
class GrantPagesTest implements OnH2 {
    private static final String PASSWORD = "correct horse 07";
    private static final TotpSecret SECRET = TotpSecret.random();

    @Inject
    EmbeddedServer server;

    @Inject
    TestClock clock;

    @Inject
    AddAccount addAccount;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @BeforeAll
    void addThreePeople() {
        add("clerk", Role.CLERK);
        add("first", Role.SECADMIN);
        add("second", Role.SECADMIN);
    }

    @Test
    void isAppliedForReviewedApprovedAndTakenBack() {
        var clerk = signIn("clerk");
        clerk.submit("/access", "validFrom", "2026-11-23", "channel", "SHARE", "reason", "<b>办理出生登记</b>");
        assertTrue(clerk.page().contains("待审核"), clerk.page());
        assertTrue(clerk.page().contains("&lt;b"));
        assertFalse(clerk.page().contains("<b>办理"));
        assertFalse(clerk.page().contains("value=\"recommend\""), "who applies does not review");

        var first = signIn("first");
        first.submit("/access/steps", "words", "符合清单", "step", "recommend");
        assertTrue(first.page().contains("待批准"));
        assertTrue(first.page().contains("first：同意。<span>符合清单</span>"));
        assertFalse(first.page().contains("value=\"approve\""), "who reviews does not approve");
        first.submit("/access/steps", "words", "符合清单", "step", "approve");
        assertEquals(422, first.status());
        assertTrue(first.page().contains("三个不同的人"));

        var second = signIn("second");
        second.submit("/access/steps", "words", "批准", "step", "approve");
        assertTrue(second.page().contains("已批准"));

        clerk.open("/access").submit("/access/steps", "words", "不再需要", "step", "withdraw");
        assertTrue(clerk.page().contains("已收回"));
        clerk.send("/access/steps", List.of("csrf", "0".repeat(64), "words", "再试", "step", "withdraw"));
        assertEquals(403, clerk.status());
    }

    @Test
    void anApplicationWithMistakesIsTakenBackToTheForm() {
        var clerk = signIn("clerk");
        clerk.submit("/access", "validFrom", "2026-11-23", "validTo", "2026-11-01", "channel", "SHARE", "reason", "办理");
        assertEquals(422, clerk.status());
        assertTrue(clerk.page().contains("结束不早于开始"));
        assertTrue(
                clerk.page().contains("name=\"validTo\" value=\"2026-11-01\""), "what was typed is there to be mended");
        assertTrue(clerk.page().contains("<option value=\"SHARE\" selected>"));
        clerk.submit("/access", "validFrom", "", "reason", "370499199001010015");
        assertTrue(clerk.page().contains("请填写开始日期"));
        assertTrue(clerk.page().contains("不要写身份证号"));
        clerk.submit("/access", "validFrom", "2026-11-23", "validTo", "", "system", "no-such-system", "reason", "办理");
        assertTrue(clerk.page().contains("本单位没有这个系统"));
    }

    @Test
    void whoeverMayNotSeeItIsLedToTheDoor() {
        var stranger = new Browser(server.getURL()).open("/access");
        assertTrue(stranger.page().contains("工作人员登录"));
        assertTrue(stranger.page().contains("name=\"to\" value=\"/access\""));
        stranger.open("/sign-in?to=https://evil.example/");
        assertFalse(stranger.page().contains("name=\"to\" value=\"https:"), "another site is no way on");
        stranger.submit("/sign-in", "account", "first", "password", "wrong");
        assertEquals(401, stranger.status());
    }

    @Test
    void whoeverSignsInComesToAPageOfHisOwn() {
        add("auditor", Role.AUDITOR);
        add("sysadmin", Role.SYSADMIN);
        assertTrue(signIn("auditor").page().contains("<h1>证据日志</h1>"));
        assertTrue(signIn("sysadmin").page().contains("办事不用再带证明"));
    }

    private void add(String name, Role role) {
        var secret = role.needsSecondFactor() ? SECRET : null;
        addAccount.add(new NewAccount(name, role, SmallRegistry.CITY_HALL, new NewPassword(PASSWORD), false, secret));
    }

    private Browser signIn(String name) {
        clock.advance(TotpSecret.STEP);
        var browser = new Browser(server.getURL()).open("/access");
        return browser.submit("/sign-in", "account", name, "password", PASSWORD, "otp", SECRET.at(clock.instant()));
    }
}
