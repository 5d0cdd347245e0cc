package city.certfree.access.delegation.jdbc;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class DelegationsOnH2Test extends DelegationsContract implements OnH2 {}
