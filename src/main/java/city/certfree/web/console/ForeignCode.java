package city.certfree.web.console;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.InvalidValue;
import city.certfree.web.appearance.Words;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is held out at the counter and is no code of ours: it is told in words, and neither kept nor followed. Ours has 20
 * digits and begins with 77, with which no payment code begins; a citizen number may begin like one of WeChat's, and is told
 * by its date and check character. The page's script knows the same kinds under the same names.
 */
public enum ForeignCode {
    WECHAT(
            "1[0-5][0-9]{16}",
            "这是微信付款码，不是亮证码，没有读取，也不会扣款。",
            "This is a WeChat payment code, not a licence. It was not read, and nothing is charged."),
    ALIPAY(
            "(2[5-9]|30)[0-9]{14,22}",
            "这是支付宝付款码，不是亮证码，没有读取，也不会扣款。",
            "This is an Alipay payment code, not a licence. It was not read, and nothing is charged."),
    UNIONPAY(
            "62[0-9]{17}",
            "这是银联付款码，不是亮证码，没有读取，也不会扣款。",
            "This is a UnionPay payment code, not a licence. It was not read, and nothing is charged."),
    DIGITAL_YUAN(
            "01[0-9]{17}",
            "这是数字人民币付款码，不是亮证码，没有读取，也不会扣款。",
            "This is a digital yuan payment code, not a licence. It was not read, and nothing is charged."),
    COLLECTION(
            "(wxp:|weixin:|alipays?:|https?://(qr\\.alipay\\.com|qr\\.95516\\.com|payapp\\.weixin\\.qq\\.com)/).*",
            "这是收款或支付应用的码，不是亮证码，没有打开。",
            "This is the code of a payment app, not a licence. It was not opened."),
    WIFI(
            "wifi:.*",
            "这是无线网络的码，不是亮证码，没有连接。",
            "This is the code of a wireless network, not a licence. Nothing was connected."),
    CONTACT(
            "(begin:vcard|mecard:|tel:|mailto:|smsto?:|geo:).*",
            "这是名片、电话或地点的码，不是亮证码，没有保存。",
            "This is the code of a contact, a telephone or a place, not a licence. It was not kept."),
    ADDRESS(
            "([a-z][a-z0-9+.-]*:|www\\.).*",
            "这是一个网址的码，不是亮证码，没有打开。",
            "This is the code of a web address, not a licence. It was not opened.");

    private static final Words ADVICE = new Words(
            "请群众打开“我的证照”，选要用的证照，点“出示”后再扫。",
            "Ask the holder to open “My licences”, choose the licence and tap “Show”. Then scan again.");

    private final Pattern form;
    private final String chinese;
    private final String english;

    ForeignCode(String form, String chinese, String english) {
        this.form = Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.chinese = chinese;
        this.english = english;
    }

    /** The kind of what was scanned or typed; empty when it may be ours, or is nothing that is known. */
    public static Optional<ForeignCode> of(String presented) {
        var text = Normalizer.normalize(presented, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        return isCitizenNumber(text)
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(kind -> kind.form.matcher(text).matches())
                        .findFirst();
    }

    private static boolean isCitizenNumber(String text) {
        try {
            return !HolderCode.ofCitizen(text).value().isEmpty();
        } catch (InvalidValue notOne) {
            return false;
        }
    }

    /** What it is, in one sentence for the clerk, who may say it aloud. */
    public Words reason() {
        return new Words(chinese, english);
    }

    /** What the clerk does next. */
    public Words advice() {
        return ADVICE;
    }
}
