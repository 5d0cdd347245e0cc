package city.certfree.web.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Caller;
import city.certfree.fixture.CheckedReceipt;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.UseRequest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The citizen's own browser checks the proof of each use, and holds what the page shows against it. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the page is opened where there is a browser
class ProofsOnThePhoneTest implements OnH2 {
    private static final String USES = "/phone/uses";
    private static final String KEYS = "/.well-known/jwks.json";

    /** What every record begins with, after the nonce, a brace and a quotation mark: {@code ans}. */
    private static final String OF_ITS_FIRST_NAME = "(\\nextra .{24})YW5z";

    private static final String DONE = "#proofs.pass, #proofs.fail, #proofs.info";

    /** A city of its own, in which nobody else has used anything. */
    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(OnH2.super.getProperties());
        properties.put("certfree.demo.load", "true");
        properties.put("certfree.demo.persons", "20");
        return properties;
    }

    @Inject
    EmbeddedServer server;

    @Inject
    @Client("/")
    HttpClient http;

    private Page page;

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            page = chromium.person(server.getURL(), 360, 740).newPage();
            // The phone's worker would fetch the pages past the test, which changes them on their way.
            page.addInitScript("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })");
            signIn(useTwice());
            return tests().onClose(chromium::close);
        });
    }

    private Stream<DynamicTest> tests() {
        return Stream.of(
                test("everyUseIsProvenByTheBrowserItself", this::everyUseIsProven),
                test("theProofCanBeCheckedElsewhere", this::theProofIsAFile),
                test("aChangedRecord", () -> refused("日志中没有这样的记录", OF_ITS_FIRST_NAME, "$1YW5y")),
                test("aProofThatIsGone", () -> refused("没有证明", "c2sp.org/tlog-proof@v1", "")),
                test(
                        "anotherProof",
                        () -> refused("“记录号”", "(?s)<template>.*?</template>(.*?(<template>.*?</template>))", "$2$1")),
                test("anotherCase", () -> refused("“办件编号”", "(data-of=\"caseNumber\">)[^<]*", "$1BJ-1")),
                test("anotherPurpose", () -> refused("“事由”", "(data-of=\"purpose\">)[^<]*", "$1入学登记")),
                test("anotherTime", () -> refused("“时间”", "(data-of=\"at\">)[0-9]{4}", "$12001")),
                test(
                        "anotherOffice",
                        () -> refused("“办理单位”", "(data-of=\"office\" data-value=\")[^\"]*", "$137049910001")),
                test("anotherOutcome", () -> refused("“结果”", "(data-of=\"outcome\" data-value=\")[^\"]*", "$1SHARED")),
                test("withoutTheKeysNothingIsSaid", this::withoutKeys),
                test("anOldBrowserSaysThatItCannotCheck", this::withoutWebCrypto));
    }

    private static DynamicTest test(String name, Executable run) {
        return dynamicTest(name, run);
    }

    /** So that there are two proofs, of which neither is the other's. */
    private String useTwice() {
        var clerk = Caller.staff(http, "clerk01");
        clerk.post("/api/v1/verifications", UseRequest.verify(Map.of()).body());
        return clerk.post("/api/v1/verifications", UseRequest.verify(Map.of()).body())
                .text("recordId");
    }

    private void signIn(String expected) {
        page.navigate("/phone");
        page.fill("[name=holderCode]", Caller.WANG);
        page.click("form[action='/phone/sign-in'] button");
        page.navigate(USES);
        assertEquals(expected, page.locator("[data-of=recordId]").first().textContent());
    }

    private void everyUseIsProven() {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(USES);
        page.waitForSelector(DONE);
        assertEquals(List.of(), complaints);
        int rows = page.locator("[data-use]").count();
        assertTrue(rows >= 2);
        assertEquals(rows, page.locator("[data-verdict].pass").count());
        assertTrue(verdict().matches("✓ 没有被改动过，本机已核对（第\u00a0[0-9]+\u00a0条）"), verdict());
        assertEquals("✓ 这 " + rows + " 次记录没有被改动过，本机已核对。", page.textContent("#proofs"));
        page.locator("[data-use] summary").first().click();
        assertTrue(page.locator("[data-proven]").first().innerText().contains("BJ-20261123-0001"));
    }

    private void theProofIsAFile() throws IOException {
        page.navigate(USES);
        page.locator("[data-use] summary").first().click();
        var file = page.waitForDownload(
                () -> page.locator("[data-use] [download]").first().click());
        var id = page.locator("[data-of=recordId]").first().textContent();
        assertEquals("receipt-" + id + ".txt", file.suggestedFilename());
        var keys = UseRequest.objects(Caller.nobody(http).get(KEYS).member("keys"));
        var checked = CheckedReceipt.of(Files.readString(file.path()), keys);
        assertEquals(id, checked.record().get("recordId"));
    }

    /** What the service sent is changed on its way: the first row is not proven, the others are. */
    private void refused(String why, String pattern, String replacement) {
        page.route("**" + USES, route -> changed(route, html -> html.replaceFirst(pattern, replacement)));
        page.navigate(USES);
        page.waitForSelector(DONE);
        assertTrue(verdict().startsWith("✗ 与日志对不上："), verdict());
        assertTrue(verdict().contains(why), verdict());
        page.unroute("**" + USES);
        assertEquals(1, page.locator("[data-verdict].fail").count());
        assertTrue(page.textContent("#proofs").startsWith("✗ 1 次与日志对不上"));
    }

    private static void changed(Route route, UnaryOperator<String> change) {
        var answer = route.fetch();
        var html = answer.text();
        var other = change.apply(html);
        assertTrue(!html.equals(other));
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(other));
    }

    private void withoutKeys() {
        page.route("**" + KEYS, Route::abort);
        page.navigate(USES);
        page.waitForSelector(DONE);
        page.unroute("**" + KEYS);
        assertEquals("– 取不到日志的公钥，没有核验，请稍后重新打开本页", verdict());
    }

    /** The last one, for the page does not get it back. */
    private void withoutWebCrypto() {
        page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
        page.navigate(USES);
        page.waitForSelector(DONE);
        assertEquals("– 本机浏览器不能核验，可下载证明到别处核验", verdict());
        assertEquals(0, page.locator("[data-verdict].pass, [data-verdict].fail").count());
    }

    private String verdict() {
        return page.locator("[data-verdict]").first().textContent();
    }
}
