package city.certfree.audit.jdbc;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class AccessLogOnMariaDbTest extends AccessLogContract implements OnMariaDb {}
