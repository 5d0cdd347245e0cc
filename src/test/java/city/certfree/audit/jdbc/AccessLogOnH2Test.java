package city.certfree.audit.jdbc;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class AccessLogOnH2Test extends AccessLogContract implements OnH2 {}
