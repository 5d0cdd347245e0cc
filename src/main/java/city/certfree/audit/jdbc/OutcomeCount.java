package city.certfree.audit.jdbc;

import io.micronaut.core.annotation.Introspected;

/** How many uses ended so. */
@Introspected
record OutcomeCount(String outcome, long uses) {}
