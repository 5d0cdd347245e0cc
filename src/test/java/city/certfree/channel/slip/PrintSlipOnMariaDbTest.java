package city.certfree.channel.slip;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class PrintSlipOnMariaDbTest extends PrintSlipContract implements OnMariaDb {}
