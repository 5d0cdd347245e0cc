package city.certfree.access.jdbc;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class AccessStorageOnH2Test extends AccessStorageContract implements OnH2 {}
