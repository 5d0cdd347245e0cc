package city.certfree.access.window;

/**
 * A clerk's place at a window.
 *
 * @param account the clerk's sign-in name
 * @param isLocked whether it waits for the password
 */
public record Seat(String account, WindowNumber window, boolean isLocked) {}
