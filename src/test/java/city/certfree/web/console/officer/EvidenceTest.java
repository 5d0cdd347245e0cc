package city.certfree.web.console.officer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.AddAccount.NewAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.session.OpenedSessions;
import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.audit.check.WatchLogs;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.Browser;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Tampering;
import city.certfree.web.signin.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the auditor sees of the evidence logs. */
@MicronautTest(transactional = false)
class EvidenceTest implements OnH2 {
    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    AddAccount accounts;

    @Inject
    OpenedSessions sessions;

    @Inject
    AccessLog log;

    @Inject
    WatchLogs watch;

    @Test
    void saysOfEachLogWhetherItIsWholeAndWhereItIsNot() throws SQLException {
        accounts.add(new NewAccount("auditor", Role.AUDITOR, SmallRegistry.CITY_HALL, NewPassword.random(), false));
        for (int i = 0; i < 9; i++) {
            var use = AccessRecordOf.use(AccessRecordOf.holder(i), Instant.parse("2026-11-23T08:00:00Z"));
            log.append(Pending.recorded(use, receipt -> receipt));
        }
        assertTrue(page().contains("还没有检查"), page());

        watch.check();
        assertTrue(page().contains("全部日志与签名时一致"), page());
        assertTrue(page().contains("href=\"/log/1/checkpoint\""));
        assertFalse(page().contains("role=\"alert\""));

        try (var connection =
                DriverManager.getConnection(getProperties().get("datasources.default.url"), "certfree", "")) {
            new Tampering(connection).change("access_record", "`leaf_index` = 4", "caller", "'clerk09'", watch::check);
        }
        assertTrue(page().contains("1 个日志与签名时不符"), page());
        assertTrue(page().contains("序号 4 起不符"));
        assertTrue(page().contains("记录被改动，或者换成了别的记录"));
        assertTrue(page().contains("role=\"alert\""));
        assertFalse(page().contains("clerk"));
    }

    @Test
    void hasADoorOfItsOwn() {
        var visitor = new Browser(server.getURL()).open("/audit");
        assertTrue(visitor.page().contains("工作人员登录"));
        assertTrue(visitor.page().contains("name=\"to\" value=\"/audit\""));
    }

    private String page() {
        var reply = new Caller(http)
                .send(Caller.cookie("certfree_session="
                                + sessions.ofAccount("auditor").text())
                        .apply(HttpRequest.GET("/audit")));
        assertEquals(200, reply.status());
        return reply.body();
    }
}
