package city.certfree.access.jdbc;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class AccessStorageOnMariaDbTest extends AccessStorageContract implements OnMariaDb {}
