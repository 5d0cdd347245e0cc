package city.certfree.browser.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.access.account.DemoGate;
import city.certfree.browser.ClerksWindow;
import city.certfree.browser.HandScanner.Manner;
import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.registry.Registry;
import city.certfree.token.ShowCode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A hand scanner types into whatever has the focus; the counter takes its codes for what they are, and nothing else. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the window is opened where there is a browser
class HandScansTest implements OnH2 {
    private static final Pattern PRESENTED = Pattern.compile("(?:^|&)presented=([^&]*)");

    /** Where a clerk's focus may be; empty: nowhere. */
    private static final List<String> FOCUS = List.of(
            "",
            "#presented",
            "#code",
            "#name",
            "#codeType",
            "[id='claim.registeredOn']",
            ".materials button",
            ".keys button");

    private static final String LOCKED = "dialog.lock";
    private static final String NAME_HALF_TYPED = "王小";

    @Inject
    EmbeddedServer server;

    @Inject
    Town town;

    /** What was sent to the server as scanned. */
    private final List<String> sent = new ArrayList<>();

    private ClerksWindow window;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @MockBean(DemoGate.class)
    DemoGate demo() {
        return () -> true;
    }

    @BeforeAll
    void settle() {
        town.settle();
    }

    @TestFactory
    Stream<DynamicTest> q02_q03_q05_inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            window = new ClerksWindow(chromium.person(server.getURL(), 1366, 768));
            window.openCase(SmallRegistry.SHOP);
            window.choose("结婚证");
            answerScansWithTheSamePage();
            return Stream.of(
                            dynamicTest("noScanIsLostGarbledOrDoubled", this::manyScans),
                            dynamicTest("aTokenSurvivesCapsLock", this::tokenWithCapsLock),
                            dynamicTest("q05_paymentCodesStayOnThePage", this::paymentCodes),
                            dynamicTest("q02_addressesAreNotFollowed", this::addresses),
                            dynamicTest("q03_keysForTheKeyboardDoNothing", this::keysInACode),
                            dynamicTest("aPersonIsNoScanner", this::personTypes),
                            dynamicTest("aWrongDigitIsSaid", this::wrongDigit),
                            dynamicTest("anIdentityCardFillsInItsNumber", this::identityCard),
                            dynamicTest("aNumberScannedIntoAFieldStaysThere", this::numberIntoField),
                            dynamicTest("aPastedCodeIsTakenAndAPaymentCodeIsNot", this::pasted),
                            dynamicTest("nothingReachesThePageBelowALockedScreen", this::locked),
                            dynamicTest("nothingWentWrong", () -> assertEquals(List.of(), window.complaints())))
                    .onClose(chromium::close);
        });
    }

    /** The server is not asked: what counts here is what would reach it. */
    private void answerScansWithTheSamePage() {
        var html = page().content();
        page().route("**/counter/scans", route -> {
            var presented = PRESENTED.matcher(route.request().postData());
            assertTrue(presented.find());
            sent.add(URLDecoder.decode(presented.group(1), StandardCharsets.UTF_8));
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html;charset=utf-8")
                    .setBody(html));
        });
    }

    private void manyScans() {
        var random = new Random(8);
        var expected = new ArrayList<String>();
        for (int i = 0; i < Integer.getInteger("certfree.scans", 100); i++) {
            var code = ShowCode.next().digits();
            var focus = FOCUS.get(random.nextInt(FOCUS.size()));
            boolean inputMethod = random.nextBoolean();
            focus(focus);
            if (inputMethod && (focus.equals("#name") || focus.equals("#code"))) {
                window.scanner().compose("ni");
            }
            var manner = new Manner(
                    1 + random.nextInt(30),
                    inputMethod,
                    random.nextBoolean(),
                    random.nextInt(4) == 0 ? "Tab" : "Enter");
            expected.add(code);
            window.scanner().scan(code, manner);
            awaitSent(expected.size(), focus + " " + manner);
        }
        assertEquals(expected, sent);
        sent.clear();
    }

    private void tokenWithCapsLock() {
        var token = "eyJhbGciOiJFUzI1NiJ9.eyJqdGkiOiJ4_YZ-0Q.Zm9vYmFy_-8";
        focus("");
        window.scanner().scan(token, new Manner(3, false, true, "Enter"));
        awaitSent(1, "token");
        assertEquals(List.of(token), sent);
        sent.clear();
    }

    private void paymentCodes() {
        var codes = List.of("134567890123456789", "287654321098765432", "6212345678901234567", "0112345678901234567");
        for (var code : codes) {
            typeName();
            window.scanner().scan(code);
            assertTrue(window.said().contains("付款码，不是亮证码"), window.said());
            assertNothingHappened(code);
        }
    }

    private void addresses() {
        var address = page().url();
        for (var code : List.of("https://example.com/pay?x=1", "wifi:hall", "weixin://wxpay/bizpayurl")) {
            typeName();
            window.scanner().scan(code);
            assertTrue(window.said().contains("不是亮证码"), window.said());
            assertNothingHappened(code);
            assertEquals(address, page().url());
        }
    }

    /** A code may hold any key: F2 would leave the case, and what is typed before it would stay in the field. */
    private void keysInACode() {
        typeName();
        var scanner = window.scanner();
        scanner.scan("123", new Manner(2, false, false, "F2"));
        scanner.scan("123456", new Manner(2, false, false, "Escape"));
        assertTrue(page().isVisible(".work"));
        assertEquals(List.of(), sent);
    }

    private void personTypes() {
        focus("#name");
        page().fill("#name", "");
        window.scanner().scan("77123456", new Manner(80, false, false, "Tab"));
        assertEquals("77123456", page().inputValue("#name"));
        assertEquals(List.of(), sent);
    }

    private void wrongDigit() {
        focus("");
        var code = ShowCode.next().digits();
        window.scanner().scan(code.substring(0, 19) + (char) ('0' + (code.charAt(19) - '0' + 1) % 10));
        assertTrue(window.said().contains("不完整或者有误"), window.said());
        assertEquals(List.of(), sent);
    }

    private void identityCard() {
        typeName();
        window.scanner().scan(Town.CITIZEN.value());
        assertEquals(Town.CITIZEN.value(), page().inputValue("#code"));
        assertEquals(NAME_HALF_TYPED, page().inputValue("#name"));
        assertEquals("", page().inputValue("#presented"));
    }

    private void numberIntoField() {
        page().fill("#certificateNumber", "");
        focus("#certificateNumber");
        window.scanner().scan("J370499-2015-000123", new Manner(4, true, true, "Enter"));
        assertEquals("J370499-2015-000123", page().inputValue("#certificateNumber"));
        assertEquals(List.of(), sent);
    }

    private void pasted() {
        page().fill("#presented", "134567890123456789");
        page().click(".scan .button.main");
        assertTrue(window.said().contains("微信付款码"), window.said());
        assertEquals("", page().inputValue("#presented"));
        var code = ShowCode.next().digits().replaceAll("(.{4})", "$1 ");
        page().fill("#presented", code);
        page().keyboard().press("Enter");
        awaitSent(1, "pasted");
        assertEquals(List.of(code.strip()), sent.stream().map(String::strip).toList());
        sent.clear();
    }

    private void typeName() {
        page().fill("#name", NAME_HALF_TYPED);
        focus("#name");
    }

    /** The keys come when the dialog has the focus, and when somebody has clicked beside it. */
    private void locked() {
        sent.clear();
        page().fill("#name", NAME_HALF_TYPED);
        page().click("[data-lock] button");
        page().waitForSelector(LOCKED);
        for (var focus : List.of("#lock-password", "")) {
            focus(focus);
            window.scanner().scan(ShowCode.next().digits());
            window.scanner().press("F2", 113);
            assertTrue(page().textContent(LOCKED + " [role=alert]").contains("没有读取"), focus);
            assertEquals("", page().inputValue("#lock-password"));
        }
        assertEquals(List.of(), sent);
        page().fill("#lock-password", Town.PASSWORD);
        page().press("#lock-password", "Enter");
        page().waitForCondition(() -> !page().isVisible(LOCKED));
        assertEquals(NAME_HALF_TYPED, page().inputValue("#name"));
    }

    /** What a person had typed is as it was, and so is the focus; the code is nowhere on the page, and nowhere kept. */
    private void assertNothingHappened(String code) {
        assertEquals(List.of(), sent);
        assertEquals(NAME_HALF_TYPED, page().inputValue("#name"));
        assertEquals("name", page().evaluate("document.activeElement.id"));
        var kept = "[...document.querySelectorAll('input')].map(i => i.value).join() + document.body.innerText"
                + " + JSON.stringify({ ...localStorage, ...sessionStorage }) + JSON.stringify(history.state)";
        assertTrue(!String.valueOf(page().evaluate(kept)).contains(code), code);
    }

    private void focus(String selector) {
        if (selector.isEmpty()) {
            page().evaluate("document.activeElement.blur()");
        } else {
            page().locator(selector).first().focus();
        }
    }

    private void awaitSent(int count, String what) {
        page().waitForCondition(
                        () -> sent.size() >= count && !page().isVisible("main[aria-busy]"),
                        new Page.WaitForConditionOptions().setTimeout(10_000));
        assertEquals(count, sent.size(), what);
    }

    private Page page() {
        return window.page();
    }
}
