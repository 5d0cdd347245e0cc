package city.certfree.licence;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class LicencesOnH2Test extends LicencesContract implements OnH2 {}
