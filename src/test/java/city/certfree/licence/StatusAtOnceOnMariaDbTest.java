package city.certfree.licence;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class StatusAtOnceOnMariaDbTest extends StatusAtOnceContract implements OnMariaDb {}
