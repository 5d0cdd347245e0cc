package city.certfree.web.console.shift;

/**
 * At whose desk a page is shown.
 *
 * @param office the office's name
 * @param window its number; empty: none was told
 * @param account the clerk's sign-in name
 * @param csrf what the forms of the page carry
 */
public record Desk(String office, String window, String account, String csrf) {}
