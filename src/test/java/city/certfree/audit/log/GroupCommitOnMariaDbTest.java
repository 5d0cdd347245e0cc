package city.certfree.audit.log;

import city.certfree.fixture.FaultyCommits;
import city.certfree.fixture.OnMariaDb;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
@Property(name = FaultyCommits.PROPERTY, value = "true")
class GroupCommitOnMariaDbTest extends GroupCommitContract implements OnMariaDb {}
