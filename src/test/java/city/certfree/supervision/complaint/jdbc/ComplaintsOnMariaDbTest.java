package city.certfree.supervision.complaint.jdbc;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class ComplaintsOnMariaDbTest extends ComplaintsContract implements OnMariaDb {}
