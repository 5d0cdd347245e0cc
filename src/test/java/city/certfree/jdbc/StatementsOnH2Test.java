package city.certfree.jdbc;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class StatementsOnH2Test extends StatementsContract implements OnH2 {}
