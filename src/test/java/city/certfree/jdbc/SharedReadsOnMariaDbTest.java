package city.certfree.jdbc;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class SharedReadsOnMariaDbTest extends SharedReadsContract implements OnMariaDb {}
