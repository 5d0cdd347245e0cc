package city.certfree.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A person with nothing but a keyboard, who has to see after each key where he or she is. */
final class Keyboard {
    private static final String FOCUS = read();
    private static final int MOST_STOPS = 60;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** Presses a key that leaves the page as it is, and looks where the focus went. */
    void press(String key) {
        page.keyboard().press(key);
        look();
    }

    /** Presses a key that leads somewhere, waits until what it leads to has the focus, and looks there. */
    void press(String key, String leadsTo) {
        page.keyboard().press(key);
        page.waitForSelector(leadsTo + ":focus");
        look();
    }

    /** Types into what has the focus, as an input method puts in words. */
    void type(String text) {
        page.keyboard().insertText(text);
        look();
    }

    /** Goes on from stop to stop until this one, looking at each; behind the last the browser's own bar comes, then the first. */
    void tabTo(String stop) {
        boolean wrapped = false;
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            if (!wrapped && Boolean.TRUE.equals(page.evaluate("document.activeElement === document.body"))) {
                wrapped = true;
                continue;
            }
            look();
            if (page.querySelector(stop + ":focus") != null) {
                return;
            }
        }
        throw new AssertionError("no way to " + stop + " by Tab");
    }

    /** The focus is somewhere, in sight, not behind anything, and with a ring around it (WCAG 2.2, 2.4.7 and 2.4.11). */
    void look() {
        assertEquals("", page.evaluate(FOCUS), page.url());
    }

    private static String read() {
        try (var script = Keyboard.class.getResourceAsStream("/pages/focus.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
