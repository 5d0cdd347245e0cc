package city.certfree.browser.typed;

import city.certfree.fixture.Caller;
import city.certfree.fixture.UseRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Wang Xiaoming at his phone, who types one text into every field, and looks at it wherever it is shown to him. */
final class TypingCitizen {
    private static final String AGENT = "370499199203030022";

    private final StrictEye eye;

    TypingCitizen(StrictEye eye) {
        this.eye = eye;
    }

    void signIn() {
        eye.page().navigate("/phone");
        eye.page().fill("[name=holderCode]", Caller.WANG);
        eye.page().click("form[action='/phone/sign-in'] button");
        eye.page().waitForSelector(".card");
    }

    void opens(String path, String text) {
        eye.page().navigate(path);
        eye.sees(text);
    }

    void types(String text) {
        opens("/phone/uses", text);
        opens("/phone?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), text);
        delegate(text);
        complain(text);
    }

    private void delegate(String text) {
        var page = eye.page();
        page.navigate("/phone");
        page.click(".card a[href*='" + UseRequest.FOOD_LICENCE + "']");
        page.click("a[href^='/phone/delegations/new']");
        page.locator(".picks a").first().click();
        page.fill("#name", text);
        page.fill("#code", Caller.WANG);
        page.click("form[action='/phone/delegations/new'] button.main");
        page.waitForSelector(".mistakes");
        eye.sees(text);
        page.fill("#code", AGENT);
        page.click("form[action='/phone/delegations/new'] button.main");
        page.waitForSelector("#given");
        eye.seesNoMarkupOf(text);
    }

    private void complain(String text) {
        var page = eye.page();
        opens("/phone/complaints/new?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), text);
        opens("/phone/complaints/new?item=" + UseRequest.BIRTH_REGISTRATION, text);
        page.check("[name=material][value='']");
        page.fill("#other", text);
        page.fill("#text", text);
        page.fill("#where", text);
        page.click("[formaction='/phone/complaints/new']");
        page.waitForLoadState();
        eye.sees(text);
        page.click("form[action='/phone/complaints'] button.main");
        page.waitForSelector("#complaint-number");
        eye.sees(text);
        opens("/phone/complaints", text);
    }
}
