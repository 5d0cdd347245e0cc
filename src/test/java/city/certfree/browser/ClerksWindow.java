package city.certfree.browser;

import city.certfree.fixture.Town;
import city.certfree.kernel.ItemCode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A window of the counter: the clerk's browser, 1366 by 768, and what its console complained of. */
public final class ClerksWindow {
    private final Page page;
    private final HandScanner scanner;
    private final List<String> complaints = new ArrayList<>();

    /** Of a page on which nobody has signed in yet. */
    public ClerksWindow(Page page) {
        this.page = page;
        this.scanner = new HandScanner(page);
        page.onPageError(complaints::add);
    }

    /** Signs the clerk of the town in. */
    public ClerksWindow(BrowserContext context) {
        this(context, Town.CLERK);
    }

    /** Signs a clerk in whose password is the one of the town. */
    public ClerksWindow(BrowserContext context, String account) {
        this(context.newPage());
        page.navigate("/counter");
        page.fill("#account", account);
        page.fill("#password", Town.PASSWORD);
        page.click(".alone button");
        page.waitForSelector("#q");
    }

    /** What the clerk sees. */
    public Page page() {
        return page;
    }

    /** The one at this window. */
    public HandScanner scanner() {
        return scanner;
    }

    /** Errors of scripts, so far. */
    public List<String> complaints() {
        return complaints;
    }

    /** A new case, on which the page asks for the first material. */
    public void openCase(ItemCode item) {
        page.navigate("/counter?item=" + item.value());
        ready();
        page.fill("#caseNumber", "2026-0417");
        page.click(".opening form .button.main");
        page.waitForSelector(".work");
        ready();
    }

    /** Waits for the page's scripts, which show the bar of keys. Keys that are pressed before go the browser's own way. */
    public void ready() {
        page.waitForSelector("[data-key=F1]");
    }

    /** Turns to a material. */
    public void choose(String material) {
        page.click(".materials button:has-text(\"" + material + "\")");
        page.waitForSelector(".materials [aria-current]:has-text(\"" + material + "\")");
    }

    /** What the page says above the work; empty: nothing. */
    public String said() {
        return page.textContent("#said");
    }

    /** The word of the verdict, once it is there. */
    public String verdict() {
        return page.waitForSelector(".verdict h2").textContent();
    }
}
