package city.certfree.registry.version;

import city.certfree.fixture.OnH2;
import city.certfree.fixture.TestClock;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@Property(name = TestClock.PROPERTY, value = "1970-01-01T00:00:00Z")
@MicronautTest(transactional = false)
class RegistryVersionsOnH2Test extends RegistryVersionsContract implements OnH2 {}
