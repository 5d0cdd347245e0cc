package city.certfree.web.api;

import city.certfree.fixture.OnGmDemoCity;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

/** The tests of VERIFY once more, in the profile GM. */
@MicronautTest(transactional = false)
class VerificationsInGmTest extends VerificationsControllerTest implements OnGmDemoCity {}
