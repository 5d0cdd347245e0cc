package city.certfree.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.fuzz.FuzzTarget;

/** Identifiers as callers and issuers write them (GB/T 36904). */
class LicenceIdentifierFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        try {
            var identifier = LicenceIdentifier.parse(new String(input, UTF_8));
            assertEquals(identifier, LicenceIdentifier.parse(identifier.value()));
        } catch (InvalidValue expected) {
            // Everything else is refused in this way alone.
        }
    }
}
