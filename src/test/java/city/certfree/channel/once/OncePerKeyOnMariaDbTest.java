package city.certfree.channel.once;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class OncePerKeyOnMariaDbTest extends OncePerKeyContract implements OnMariaDb {}
