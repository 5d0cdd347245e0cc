package city.certfree.licence;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class StatusAtOnceOnH2Test extends StatusAtOnceContract implements OnH2 {}
