package city.certfree.audit.check;

import city.certfree.fixture.MariaDbServer;
import city.certfree.fixture.Tampering;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;

/** On a server of its own, whose root changes what no user of the service could. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperOnMariaDbTest extends TamperContract implements TestPropertyProvider {
    private final MariaDbServer server = MariaDbServer.own();

    @Override
    public Map<String, String> getProperties() {
        return server.properties();
    }

    @Override
    Tampering asRoot() throws SQLException {
        return new Tampering(server.asRoot());
    }

    /** 10,000 with {@code mvn verify -Plong}. */
    @Override
    int mutations() {
        return Integer.getInteger("certfree.mutations", 500);
    }
}
