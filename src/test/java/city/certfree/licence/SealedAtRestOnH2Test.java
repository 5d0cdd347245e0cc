package city.certfree.licence;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class SealedAtRestOnH2Test extends SealedAtRestContract implements OnH2 {}
