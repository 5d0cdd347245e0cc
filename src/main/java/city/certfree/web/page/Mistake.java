package city.certfree.web.page;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Something in a form that has to be corrected first.
 *
 * @param field the id of the field on the page
 * @param advice what to do about it, in Chinese
 */
@Serdeable
public record Mistake(String field, String advice) {}
