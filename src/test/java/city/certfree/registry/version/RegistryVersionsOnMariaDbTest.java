package city.certfree.registry.version;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.util.StringUtils;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@Property(name = TestClockFactory.PROPERTY, value = StringUtils.TRUE)
@MicronautTest(transactional = false)
class RegistryVersionsOnMariaDbTest extends RegistryVersionsContract implements OnMariaDb {}
