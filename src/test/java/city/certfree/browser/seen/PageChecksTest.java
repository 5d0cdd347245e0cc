package city.certfree.browser.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.certfree.fixture.Chromium;
import city.certfree.fixture.Installed;
import city.certfree.fixture.OnH2;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.InvalidValue;
import city.certfree.token.ShowCode;
import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the pages check on the spot is what the server checks. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway.Init") // the page is opened where there is a browser
class PageChecksTest implements OnH2 {
    private static final int NUMBERS = 2_000;
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Inject
    EmbeddedServer server;

    private Page page;

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return Installed.with("Chromium", Chromium.installed(), program -> {
            var chromium = Chromium.start(program);
            page = chromium.person(server.getURL(), 1366, 768).newPage();
            page.navigate("/counter");
            return Stream.of(
                            dynamicTest("citizenNumbers", this::citizenNumbers),
                            dynamicTest("creditCodes", this::creditCodes),
                            dynamicTest("dates", this::dates),
                            dynamicTest("ourCodesAndTheirs", this::codes),
                            dynamicTest("aMissingDigitIsCounted", this::words))
                    .onClose(chromium::close);
        });
    }

    private void citizenNumbers() {
        var random = new Random(11643);
        var numbers = new ArrayList<>(List.of("370499199001010015", "370499900101001", "11010518491231002X", "x"));
        for (int i = 0; i < NUMBERS; i++) {
            var first = "3704%02d%04d%02d%02d%03d"
                    .formatted(
                            random.nextInt(100),
                            1840 + random.nextInt(200),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(1000));
            boolean right = random.nextBoolean();
            numbers.add(first + (right ? HolderCode.citizenCheck(first) : (char) ('0' + random.nextInt(10))));
        }
        assertSame("citizenNumber", HolderCodeType.CITIZEN_NUMBER, numbers);
    }

    private void creditCodes() {
        var random = new Random(32100);
        var codes = new ArrayList<>(List.of("91370499XN00000012", "9137O499XN00000012", ""));
        for (int i = 0; i < NUMBERS; i++) {
            var first = new StringBuilder("91370499");
            while (first.length() < 17) {
                first.append(CREDIT_ALPHABET.charAt(random.nextInt(CREDIT_ALPHABET.length())));
            }
            boolean right = random.nextBoolean();
            codes.add(first + (right ? "" + HolderCode.creditCheck(first.toString()) : "A"));
        }
        assertSame("creditCode", HolderCodeType.UNIFIED_SOCIAL_CREDIT_CODE, codes);
    }

    private void assertSame(String check, HolderCodeType type, List<String> numbers) {
        var expected = numbers.stream().map(number -> isCode(type, number)).toList();
        assertEquals(expected, call("checks.js", "values => values.map(v => module." + check + "(v) === '')", numbers));
    }

    private void dates() {
        var typed = List.of("20261123", "2026/1/3", "2026年11月23日", "２０２６.11.23", "2026-02-30", "202611", "gestern");
        assertEquals(
                List.of("2026-11-23", "2026-01-03", "2026-11-23", "2026-11-23", "", "", ""),
                call("checks.js", "values => values.map(module.isoDate)", typed));
    }

    private void codes() {
        var ours =
                Stream.generate(() -> ShowCode.next().digits()).limit(NUMBERS).toList();
        assertEquals(List.of("code"), call("codes.js", "values => [...new Set(values.map(module.kindOf))]", ours));
        var kinds = Map.of(
                "134567890123456789", "WECHAT",
                "2876543210987654", "ALIPAY",
                "6212345678901234567", "UNIONPAY",
                "0112345678901234567", "DIGITAL_YUAN",
                "https://example.com", "ADDRESS",
                "wxp://f2f0", "COLLECTION",
                "370499199001010015", "citizen",
                "77000000000000000001", "mistyped",
                "2026-0417", "other");
        var texts = List.copyOf(kinds.keySet());
        assertEquals(
                texts.stream().map(kinds::get).toList(),
                call("codes.js", "values => values.map(module.kindOf)", texts));
    }

    private void words() {
        assertEquals(
                List.of("公民身份号码是 18 位，现在少 1 位。"),
                call("checks.js", "values => values.map(module.citizenNumber)", List.of("37049919900101001")));
    }

    private Object call(String module, String function, List<String> values) {
        return page.evaluate(
                "async values => { const module = await import('/assets/" + module + "'); return (" + function
                        + ")(values); }",
                values);
    }

    private static boolean isCode(HolderCodeType type, String number) {
        try {
            return !new HolderCode(type, number).value().isEmpty();
        } catch (InvalidValue e) {
            return false;
        }
    }
}
