package city.certfree.channel.slip;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class PrintSlipOnH2Test extends PrintSlipContract implements OnH2 {}
