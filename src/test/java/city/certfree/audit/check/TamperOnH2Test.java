package city.certfree.audit.check;

import city.certfree.fixture.OnH2;
import city.certfree.fixture.Tampering;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.DriverManager;
import java.sql.SQLException;

@MicronautTest(transactional = false)
class TamperOnH2Test extends TamperContract implements OnH2 {
    @Override
    Tampering asRoot() throws SQLException {
        var url = getProperties().get("datasources.default.url");
        return new Tampering(DriverManager.getConnection(url, "certfree", ""));
    }

    @Override
    int mutations() {
        return 100;
    }
}
