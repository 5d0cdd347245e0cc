package city.certfree.web.problem;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What is wrong with one field of the input.
 *
 * @param pointer where it stands: a JSON Pointer (RFC 6901) into the body, or {@code ?name} for a query parameter
 * @param code the problem code of this field
 * @param detail the rule it breaks, never its value
 */
@Serdeable
public record FieldError(String pointer, String code, String detail) {}
