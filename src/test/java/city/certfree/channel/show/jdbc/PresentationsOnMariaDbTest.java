package city.certfree.channel.show.jdbc;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class PresentationsOnMariaDbTest extends PresentationsContract implements OnMariaDb {}
