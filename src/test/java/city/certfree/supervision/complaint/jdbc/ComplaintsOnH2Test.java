package city.certfree.supervision.complaint.jdbc;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class ComplaintsOnH2Test extends ComplaintsContract implements OnH2 {}
