package city.certfree.web.phone;

import city.certfree.fixture.Caller;
import city.certfree.fixture.UseRequest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way through every page of the phone, as Wang Xiaoming goes it. */
public final class PhoneWalk {
    /** A licence that can be held out. */
    private static final String SHOWN = ".card a[href*='11370400XN0011213W006']";

    private final Page page;

    public PhoneWalk(BrowserContext person) {
        this.page = person.newPage();
    }

    public Page page() {
        return page;
    }

    /** The pages in the order in which they are come to, each with the step that leads to it from the one before. */
    public Map<String, Runnable> steps() {
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("sign-in", () -> page.navigate("/phone"));
        steps.put("sign-in-refused", () -> signIn("370499199001010016"));
        steps.put("wallet", () -> signIn(Caller.WANG));
        steps.put("licence", () -> page.click(SHOWN));
        steps.put("licence-item", () -> {
            page.click(".item summary");
            page.locator(".picks a").first().click();
        });
        steps.put("show", () -> page.click("form[action='/phone/shows'] button.main"));
        steps.put("watched", () -> {
            var watched = page.getAttribute("[hx-trigger='every 1s']", "hx-get");
            page.navigate(watched);
        });
        steps.put("delegate", () -> {
            page.navigate("/phone");
            page.click(SHOWN);
            page.click("a[href^='/phone/delegations/new']");
        });
        steps.put("delegate-to", () -> page.locator(".picks a").first().click());
        steps.put("delegate-mistake", () -> delegate(Caller.WANG));
        steps.put("delegations", () -> delegate("370499199203030022"));
        steps.put("not-found", () -> page.navigate("/phone?q=zzz"));
        steps.put("uses", () -> {
            page.navigate("/phone/uses");
            page.locator("[data-use] > details > summary").evaluateAll("all => all.forEach(one => one.click())");
        });
        steps.put("complaint", () -> page.navigate("/phone/complaints/new"));
        steps.put("complaint-item", () -> page.navigate("/phone/complaints/new?q=chushengdengji"));
        steps.put(
                "complaint-paper", () -> page.navigate("/phone/complaints/new?item=" + UseRequest.BIRTH_REGISTRATION));
        steps.put("complaint-office", () -> {
            page.fill("#where", "tzszwfwzx");
            page.click("button[formaction]");
            page.waitForSelector("#places .choice");
        });
        steps.put("complaint-mistake", () -> {
            page.fill("#text", Caller.WANG);
            page.click("form.paper button.main");
        });
        steps.put("complaint-received", () -> {
            page.fill("#text", "说没有就不给办");
            page.click("form.paper button.main");
        });
        steps.put("complaints", () -> page.navigate("/phone/complaints"));
        steps.put("complaint-missing", () -> page.navigate("/phone/complaints/none"));
        steps.put("missing", () -> page.navigate("/phone/licences/none"));
        return steps;
    }

    private void delegate(String number) {
        page.fill("#name", "李代办");
        page.fill("#code", number);
        page.click("form[action='/phone/delegations/new'] button.main");
    }

    private void signIn(String number) {
        page.fill("[name=holderCode]", number);
        page.click("form[action='/phone/sign-in'] button");
    }
}
