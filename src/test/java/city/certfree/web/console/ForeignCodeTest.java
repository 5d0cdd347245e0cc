package city.certfree.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.kernel.HolderCode;
import city.certfree.token.ShowCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignCodeTest {
    @ParameterizedTest
    @CsvSource({
        "100000000000000000, WECHAT",
        "159999999999999999, WECHAT",
        "２８ 7654 3210 9876 54, ALIPAY",
        "2500000000000000, ALIPAY",
        "309999999999999999999999, ALIPAY",
        "6212345678901234567, UNIONPAY",
        "0112345678901234567, DIGITAL_YUAN",
        "https://example.com/, ADDRESS",
        "www.example.com, ADDRESS",
        "javascript:alert(1), ADDRESS",
        "wxp://f2f0, COLLECTION",
        "https://qr.alipay.com/fkx0, COLLECTION",
        "WIFI:S:hall;;, WIFI",
        "BEGIN:VCARD, CONTACT"
    })
    void q02_q05_isTold(String code, ForeignCode kind) {
        assertEquals(Optional.of(kind), ForeignCode.of(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "16345678901234567", "160000000000000000", "eyJhbGciOiJFUzI1NiJ9.e30.c2ln", "77000"})
    void whatIsNotKnownIsNotForeign(String text) {
        assertEquals(Optional.empty(), ForeignCode.of(text));
    }

    /** Its first digits are Tianjin's, and like those of a payment code; the month 13 is no month. */
    @Test
    void citizenNumberIsNoPaymentCode() {
        var number = "12010119900101001";
        assertEquals(Optional.empty(), ForeignCode.of(number + HolderCode.citizenCheck(number)));
        assertEquals(Optional.of(ForeignCode.WECHAT), ForeignCode.of("120101199913010010"));
    }

    @Test
    void ourOwnCodesAreNeverForeign() {
        for (int i = 0; i < 1000; i++) {
            assertEquals(Optional.empty(), ForeignCode.of(ShowCode.next().digits()));
        }
    }
}
