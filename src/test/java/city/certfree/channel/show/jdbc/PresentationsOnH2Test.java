package city.certfree.channel.show.jdbc;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class PresentationsOnH2Test extends PresentationsContract implements OnH2 {}
