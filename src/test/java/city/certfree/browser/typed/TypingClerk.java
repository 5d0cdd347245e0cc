package city.certfree.browser.typed;

import city.certfree.fixture.Caller;
import city.certfree.fixture.SampleRegistry;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.ExemptionMode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A clerk who types one text into every field of the counter, and looks at it wherever it is shown to him. */
final class TypingClerk {
    private final StrictEye eye;

    TypingClerk(StrictEye eye) {
        this.eye = eye;
    }

    void signIn() {
        page().navigate("/counter");
        page().fill("#account", "clerk01");
        page().fill("#password", "Demo-clerk-01");
        page().click(".alone button");
        page().waitForSelector("#q");
    }

    void types(String text) {
        opens("/counter?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), text);
        share(text);
        lookUp(text);
        verify(text);
        opens("/counter/shift", text);
        page().locator("a[href^='/counter/slips/']").first().click();
        page().waitForSelector("article.slip");
        eye.sees(text);
        apply(text);
    }

    /** Once with a name that is not the holder's, once with the right one: the face is shown, and then the summary. */
    private void share(String text) {
        opens("/counter?item=" + UseRequest.BIRTH_REGISTRATION, text);
        begin(text, Caller.WANG, ".mistakes");
        eye.sees(text);
        begin(text, text, ".work");
        eye.sees(text);
        turnTo(UseRequest.BIRTH_REGISTRATION, ExemptionMode.SHARE);
        eye.sees(text);
        page().fill("form.question #code", Caller.WANG);
        send("form.question .button.main", ".verdict.fail");
        eye.sees(text);
        send(".acts .button.main", "form.question");
        eye.sees(text);
        page().fill("form.question #name", "王小明");
        send("form.question .button.main", ".verdict.pass");
        eye.sees(text);
        send("[data-summary]", "article.sheet");
        eye.sees(text);
    }

    private void lookUp(String text) {
        page().navigate("/counter?item=" + UseRequest.SCHOOL_ENROLMENT);
        begin(text, text, ".work");
        turnTo(UseRequest.SCHOOL_ENROLMENT, ExemptionMode.LOOKUP);
        page().fill("form.question #code", Caller.WANG);
        page().fill("form.question #name", "王小明");
        send("form.question .button.main", ".verdict.pass");
        page().locator("[name=fields]").first().check();
        page().fill("#reason", text);
        page().click(".unmask button");
        page().waitForSelector(".unmask", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        eye.sees(text);
    }

    private void verify(String text) {
        page().navigate("/counter?item=" + UseRequest.TEACHER_QUALIFICATION);
        begin(text, text, ".work");
        turnTo(UseRequest.TEACHER_QUALIFICATION, ExemptionMode.VERIFY);
        page().fill("form.question #code", Caller.WANG);
        page().fill("form.question #name", text);
        page().fill("#certificateNumber", text);
        page().locator("[id^='claim.']:not([data-check=date], [data-check=decimal])")
                .first()
                .fill(text);
        send("form.question .button.main", ".verdict");
        eye.sees(text);
        send(".acts .button.main", "form.question");
        eye.sees(text);
    }

    private void apply(String text) {
        page().navigate("/access");
        if (!page().isVisible("#reason")) {
            page().locator("details.panel summary").first().click();
        }
        page().fill("#reason", text);
        page().fill("#validFrom", "2030-01-01");
        page().click("form[action='/access'] .button.main");
        page().waitForLoadState();
        eye.sees(text);
    }

    private void begin(String text, String purpose, String comesTo) {
        page().waitForSelector("[data-key=F1]");
        page().fill("#caseNumber", text);
        page().fill("#purpose", purpose);
        page().fill(".opening #name", text);
        send("[data-begin]", comesTo);
    }

    private void turnTo(String item, ExemptionMode mode) {
        var material = SampleRegistry.catalogue().item(new ItemCode(item)).orElseThrow().exemptions().stream()
                .filter(each -> each.mode() == mode)
                .findFirst()
                .orElseThrow()
                .materialName();
        var button = ".materials button[value='" + material + "']";
        if (!page().isVisible(button + "[aria-current]")) {
            send(button, button + "[aria-current]");
        }
        page().waitForSelector("form.question");
    }

    private void send(String button, String comesTo) {
        page().click(button);
        page().waitForSelector(comesTo);
    }

    private void opens(String path, String text) {
        page().navigate(path);
        eye.sees(text);
    }

    private Page page() {
        return eye.page();
    }
}
