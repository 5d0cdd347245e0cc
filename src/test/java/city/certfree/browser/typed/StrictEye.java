package city.certfree.browser.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A browser's page on which nothing that somebody typed may become anything but text. */
final class StrictEye {
    private static final String SCRIPT;

    static {
        try {
            SCRIPT = Files.readString(Path.of("src", "test", "resources", "pages", "stored-text.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    StrictEye(BrowserContext person) {
        person.addInitScript(
                "addEventListener('securitypolicyviolation', event =>"
                        + " (globalThis.violations ??= []).push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample))");
        this.page = person.newPage();
        page.onDialog(dialog -> {
            faults.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (request.url().endsWith("/pwned")) {
                faults.add("asked for " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** The text stands on the page, and is nothing but text. */
    void sees(String text) {
        look(text, false);
    }

    /** The text is on the page in part, masked or not at all; what there is of it is nothing but text. */
    void seesNoMarkupOf(String text) {
        look(text, true);
    }

    private void look(String text, boolean mayBeMissing) {
        page.waitForLoadState();
        assertEquals(List.of(), page.evaluate(SCRIPT, List.of(text, mayBeMissing)), () -> page.url());
        assertEquals(List.of(), faults, () -> page.url());
    }
}
