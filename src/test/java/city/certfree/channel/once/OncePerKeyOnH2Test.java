package city.certfree.channel.once;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class OncePerKeyOnH2Test extends OncePerKeyContract implements OnH2 {}
