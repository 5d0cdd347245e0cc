package city.certfree.browser.seen;

import city.certfree.fixture.Caller;
import city.certfree.fixture.SampleRegistry;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.ExemptionMode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** A clerk's morning in the demo city, through every page of the counter. */
final class CounterWalk {
    private static final String PASSWORD = "Demo-clerk-01";

    private final Page counter;
    private final Page phone;
    private String heldOut = "";
    private int cases;

    CounterWalk(BrowserContext clerk, BrowserContext citizen) {
        this.counter = clerk.newPage();
        this.phone = citizen.newPage();
    }

    Page page() {
        return counter;
    }

    /** The pages in the order in which they are come to, each with the step that leads to it from the one before. */
    Map<String, Runnable> steps() {
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("sign-in", () -> counter.navigate("/counter"));
        steps.put("sign-in-refused", () -> signIn("wrong"));
        steps.put("start", () -> signIn(PASSWORD));
        steps.put("found", () -> counter.navigate("/counter?q=spjyxk"));
        steps.put("opening", () -> counter.navigate("/counter?item=" + UseRequest.FOOD_LICENCE_RENEWAL));
        steps.put("opening-mistake", () -> begin(Caller.WANG, ".mistakes"));
        steps.put("show", () -> begin(nextCase(), ".work"));
        steps.put("passed", this::passed);
        steps.put("refused", () -> present(".verdict.fail"));
        steps.put("help", () -> {
            counter.keyboard().press("F1");
            counter.waitForSelector("#help[open]");
        });
        steps.put("summary", () -> {
            counter.click("[data-close]");
            counter.click("[data-summary]");
            counter.waitForSelector("article.sheet");
        });
        steps.put("verify", () -> open(UseRequest.TEACHER_QUALIFICATION, ExemptionMode.VERIFY));
        steps.put("lookup", () -> open(UseRequest.SCHOOL_ENROLMENT, ExemptionMode.LOOKUP));
        steps.put("looked-up", this::ask);
        steps.put("share", () -> open(UseRequest.BIRTH_REGISTRATION, ExemptionMode.SHARE));
        steps.put("shared", this::ask);
        steps.put("shift", () -> counter.navigate("/counter/shift"));
        steps.put(
                "slip",
                () -> counter.locator("a[href^='/counter/slips/']").first().click());
        steps.put(
                "proof",
                () -> counter.navigate(
                        "/proof/" + counter.textContent(".slip-number b").strip()));
        steps.put("leaving", () -> counter.navigate("/counter/sign-out"));
        steps.put("locked", () -> {
            counter.click("form[data-lock] button");
            counter.waitForSelector("dialog.lock[open]");
        });
        return steps;
    }

    private void signIn(String password) {
        counter.fill("#account", "clerk01");
        counter.fill("#password", password);
        counter.click(".alone button");
        counter.waitForLoadState();
    }

    /** A case, and of its materials the first that is proven this way. */
    private void open(String item, ExemptionMode mode) {
        var material = SampleRegistry.catalogue().item(new ItemCode(item)).orElseThrow().exemptions().stream()
                .filter(each -> each.mode() == mode)
                .findFirst()
                .orElseThrow()
                .materialName();
        counter.navigate("/counter?item=" + item);
        begin(nextCase(), ".work");
        var button = ".materials button[value='" + material + "']";
        if (!counter.isVisible(button + "[aria-current]")) {
            counter.click(button);
            counter.waitForSelector(button + "[aria-current]");
        }
        counter.waitForSelector("form.question");
    }

    private void begin(String caseNumber, String comesTo) {
        counter.waitForSelector("[data-key=F1]");
        counter.fill("#caseNumber", caseNumber);
        counter.click("[data-begin]");
        counter.waitForSelector(comesTo);
    }

    private String nextCase() {
        cases++;
        return "2026-1126-%05d".formatted(cases);
    }

    private void ask() {
        counter.fill("form.question #code", Caller.WANG);
        counter.fill("form.question #name", "王小明");
        counter.click("form.question .button.main");
        counter.waitForSelector(".verdict.pass");
    }

    private void passed() {
        phone.navigate("/phone");
        phone.fill("[name=holderCode]", Caller.WANG);
        phone.click("form[action='/phone/sign-in'] button");
        phone.click(".card a[href*='" + UseRequest.FOOD_LICENCE + "']");
        phone.click("form[action='/phone/shows'] button.main");
        heldOut = phone.waitForSelector(".digits").textContent().replaceAll("[^0-9]", "");
        present(".verdict.pass");
    }

    private void present(String comesTo) {
        counter.fill("#presented", heldOut);
        counter.click(".scan .button.main");
        counter.waitForSelector(comesTo);
    }
}
