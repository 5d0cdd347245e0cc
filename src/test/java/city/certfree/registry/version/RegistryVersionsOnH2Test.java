package city.certfree.registry.version;

import city.certfree.fixture.OnH2;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.util.StringUtils;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@Property(name = TestClockFactory.PROPERTY, value = StringUtils.TRUE)
@MicronautTest(transactional = false)
class RegistryVersionsOnH2Test extends RegistryVersionsContract implements OnH2 {}
