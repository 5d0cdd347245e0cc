package city.certfree.jdbc;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class StatementsOnMariaDbTest extends StatementsContract implements OnMariaDb {}
