package city.certfree.web.console.shift;

/**
 * At whose desk a page is shown.
 *
 * @param place the office's name, and the window
 * @param account the clerk's sign-in name
 * @param csrf what the forms of the page carry
 */
public record Desk(String place, String account, String csrf) {}
