package city.certfree.browser.seen;

import city.certfree.browser.ClerksWindow;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** A clerk's day: every page of the counter in the order in which one meets them. */
final class ClerksDay {
    private final Page page;
    private final ClerksWindow window;
    private String record = "";

    /** @param context in which nobody has signed in yet */
    ClerksDay(BrowserContext context) {
        this.page = context.newPage();
        this.window = new ClerksWindow(page);
    }

    Page page() {
        return page;
    }

    /** What leads to each page, by the page's name. */
    Map<String, Runnable> steps() {
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("sign-in", () -> page.navigate("/counter"));
        steps.put("sign-in-refused", () -> signIn("wrong"));
        steps.put("start", () -> signIn(Town.PASSWORD));
        steps.put("found", () -> page.navigate("/counter?q=%E9%A3%9F%E5%93%81"));
        steps.put("found-nothing", () -> page.navigate("/counter?q=zzzz"));
        steps.put("opening", () -> open("/counter?item=" + SmallRegistry.SHOP.value()));
        steps.put("opening-wrong", this::openWrongly);
        steps.put("asks-show", () -> window.openCase(SmallRegistry.SHOP));
        steps.put("help", () -> page.keyboard().press("F1"));
        steps.put("asks-verify", () -> {
            page.keyboard().press("Escape");
            turnToVerify();
        });
        steps.put("passed", () -> verify(Town.SPOUSE));
        steps.put("failed-after-passing", this::verifyAgain);
        steps.put("asks-lookup", () -> window.openCase(SmallRegistry.HOUSE));
        steps.put("looked-up", this::lookUp);
        steps.put("no-verdict", () -> submit(".licence form", "#reason", "a"));
        steps.put("unmasked", this::unmask);
        steps.put("asks-share", () -> window.openCase(SmallRegistry.BIRTH));
        steps.put("asks-share-wrong", () -> ask("1"));
        steps.put("shared", () -> ask(Town.CITIZEN.value()));
        steps.put("summary", this::summary);
        steps.put("nothing-to-check", () -> window.openCase(SmallRegistry.TRICKY));
        steps.put("locked", this::lock);
        steps.put("locked-page", () -> page.navigate("/counter"));
        steps.put("shift", this::shift);
        steps.put("slip", () -> page.navigate("/counter/slips/" + record));
        steps.put("slip-printed", this::print);
        steps.put("leaving", () -> page.navigate("/counter/sign-out"));
        steps.put("no-slip", () -> page.navigate("/counter/slips/none"));
        return steps;
    }

    private void signIn(String password) {
        page.fill("#account", Town.CLERK);
        page.fill("#password", password);
        page.fill("#window", "12");
        page.click(".alone button");
        page.waitForLoadState();
    }

    private void open(String address) {
        page.navigate(address);
        window.ready();
    }

    private void openWrongly() {
        page.fill("#caseNumber", Town.CITIZEN.value());
        page.fill("#code", "1");
        page.press("#code", "Enter");
        page.waitForSelector(".mistakes");
    }

    private void turnToVerify() {
        page.locator(".materials button").nth(1).click();
        page.waitForSelector("#certificateNumber");
    }

    private void verify(String spouse) {
        page.fill("#certificateNumber", Town.MARRIAGE_NUMBER);
        page.fill("[id='claim.spouseName']", spouse);
        ask(Town.CITIZEN.value());
    }

    private void verifyAgain() {
        record = page.getAttribute("[data-told]", "data-told");
        turnToVerify();
        verify("李大红");
        page.waitForSelector(".verdict.fail");
    }

    private void ask(String code) {
        page.fill(".question #name", Town.CITIZEN_NAME);
        submit("form.question", "#code", code);
    }

    private void lookUp() {
        ask(Town.CITIZEN.value());
        page.waitForSelector("[name=fields]");
    }

    private void unmask() {
        page.click(".acts [name=material]");
        page.waitForSelector("form.question");
        lookUp();
        page.check("[name=fields]");
        submit(".licence form", "#reason", "核对共有人");
    }

    private void submit(String form, String field, String value) {
        page.fill(form + " " + field, value);
        var key = page.inputValue(form + " [name=key]");
        page.click(form + " .button");
        page.waitForFunction(
                "key => [...document.querySelectorAll('[name=key]')].every(other => other.value !== key)", key);
    }

    private void summary() {
        page.keyboard().press("F8");
        page.waitForSelector(".sheet");
    }

    private void lock() {
        page.click("[data-lock] button");
        page.waitForSelector("dialog.lock");
    }

    private void shift() {
        page.fill("#password", Town.PASSWORD);
        page.press("#password", "Enter");
        page.waitForSelector("#q");
        page.navigate("/counter/shift");
    }

    private void print() {
        page.click(".slip-side button.main");
        page.waitForSelector("[data-prints]");
    }
}
