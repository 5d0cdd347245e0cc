package city.certfree.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoBannerTest {
    @Test
    void namesTheDoorsAndTheAccounts() {
        var bytes = new ByteArrayOutputStream();

        DemoBanner.print("http://localhost:8080", new PrintStream(bytes, true, StandardCharsets.UTF_8));

        var text = bytes.toString(StandardCharsets.UTF_8);
        for (var expected : List.of(
                "http://localhost:8080/counter",
                "http://localhost:8080/phone",
                "http://localhost:8080/registry",
                "http://localhost:8080/api-docs",
                "clerk01 / Demo-clerk-01",
                "clerk02 / Demo-clerk-02",
                "issuer01 / Demo-issuer-01",
                "supervisor01 / Demo-supervisor-01 / one-time passwords of DEMOSUPERVISORDEMOSUPERVISORDEMO",
                "auditor01 / Demo-auditor-01 / one-time passwords of DEMOAUDITORDEMOAUDITORDEMOAUDITO",
                "sysadmin01 / Demo-sysadmin-01",
                "secadmin01 / Demo-secadmin-01",
                "secadmin02 / Demo-secadmin-02",
                "demo-system / demo-system-secret",
                "370499199001010015 王小明")) {
            assertTrue(text.contains(expected), expected);
        }
    }
}
