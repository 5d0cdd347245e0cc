package city.certfree.access.delegation.jdbc;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class DelegationsOnMariaDbTest extends DelegationsContract implements OnMariaDb {}
