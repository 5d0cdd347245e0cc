package city.certfree.web.console;

import city.certfree.access.Refusal;
import city.certfree.audit.Outcome;
import city.certfree.audit.Receipt;
import city.certfree.channel.lookup.LookUpResult;
import city.certfree.channel.lookup.UnmaskResult;
import city.certfree.channel.share.ShareResult;
import city.certfree.channel.show.ShowAnswer;
import city.certfree.channel.show.ShowResult;
import city.certfree.channel.verify.VerifyAnswer.Comparison;
import city.certfree.channel.verify.VerifyResult;
import city.certfree.kernel.Channel;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.LicenceType;
import city.certfree.web.appearance.Words;
import city.certfree.web.console.Verdict.Check;
import city.certfree.web.page.Ending;
import city.certfree.web.page.Tone;
import city.certfree.web.page.Wording;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of the four channels' results what the clerk is told. */
@Singleton
final class Verdicts {
    private static final Words HOLDER = new Words("持证人", "holder");

    private final Clock clock;

    Verdicts(Clock clock) {
        this.clock = clock;
    }

    Verdict of(ShareResult result, LicenceType type) {
        return switch (result) {
            case ShareResult.Refused(var refusal, var receipt) -> refused(refusal, receipt);
            case ShareResult.Shared(var answer, var receipt)
            when answer.licences().isEmpty() -> told(Outcome.NOT_HELD, receipt, List.of(), List.of());
            case ShareResult.Shared(var answer, var receipt) ->
                told(
                        Outcome.SHARED,
                        receipt,
                        List.of(
                                Check.passed("发证单位签发", "Signed by the issuer"),
                                Check.passed("证照状态有效", "Licence is valid"),
                                Check.passed("姓名、号码一致", "Name and number match"),
                                Check.passed("只提供本事项所需内容", "Only what the item needs")),
                        answer.licences().stream()
                                .map(licence -> LicenceCard.of(licence, type))
                                .toList());
        };
    }

    /** What cannot be claimed at all is no verdict: it has to be asked again. */
    Verdict of(VerifyResult.Verified result, LicenceType type) {
        var checks = result.answer().fields().entrySet().stream()
                .map(field -> new Check(name(field.getKey(), type), field.getValue() == Comparison.MATCH))
                .toList();
        return told(result.answer().result(), result.receipt(), checks, List.of());
    }

    Verdict of(LookUpResult result, LicenceType type, ExemptedItem item) {
        return switch (result) {
            case LookUpResult.Refused(var refusal, var receipt) -> refused(refusal, receipt);
            case LookUpResult.LookedUp(var answer, var receipt) -> {
                var licence = answer.licence();
                if (licence == null) {
                    yield told(Outcome.NOT_HELD, receipt, List.of(), List.of());
                }
                var card = LicenceCard.of(licence, type, item.fields(type, Channel.LOOKUP));
                yield told(Outcome.LOOKED_UP, receipt, List.of(), List.of(card))
                        .unmaskable(receipt.record().toString());
            }
        };
    }

    Verdict of(UnmaskResult.Unmasked result, LicenceType type) {
        return told(
                Outcome.UNMASKED,
                result.receipt(),
                List.of(),
                List.of(LicenceCard.of(result.answer().fields(), type)));
    }

    /** @param catalogue that knows the type of the licence that was shown */
    Verdict of(ShowResult result, Catalogue catalogue) {
        return switch (result) {
            case ShowResult.Refused(var refusal, var receipt) -> refused(refusal, receipt);
            case ShowResult.TooManyWrongCodes() ->
                unrecorded(
                        new Words(
                                "一分钟内输错的次数过多，暂停输入数字。",
                                "Too many wrong digits within a minute. Digits are not taken for now."),
                        new Words("请一分钟后再试，或者扫二维码。", "Try again in a minute, or scan the code."));
            case ShowResult.Unrecorded unrecorded ->
                unrecorded(
                        new Words(
                                "系统存储暂时不可用，没有产生任何记录，群众的码也没有使用。",
                                "The store cannot be reached. Nothing was recorded, and the code was not used up."),
                        new Words("请稍后重试。", "Try again in a moment."));
            case ShowResult.Judged(var answer, var receipt) -> judged(answer, receipt, catalogue);
        };
    }

    private Verdict judged(ShowAnswer answer, Receipt receipt, Catalogue catalogue) {
        var licence = answer.licence();
        if (licence == null) {
            return told(answer.outcome(), receipt, List.of(), List.of());
        }
        var checks = new ArrayList<>(List.of(
                Check.passed("本系统签发", "Issued by this system"),
                Check.passed("60 秒内出示", "Shown within 60 seconds"),
                Check.passed("首次使用", "Used for the first time"),
                Check.passed("证照状态有效", "Licence is valid")));
        if (answer.holderMatch() != null) {
            checks.add(new Check(new Words("与所查证件一致", "Same person as the card read"), answer.holderMatch()));
        }
        var cards = catalogue.type(new LicenceTypeCode(licence.typeCode())).stream()
                .map(type -> LicenceCard.of(licence, type, Set.of()))
                .toList();
        var verdict = told(answer.outcome(), receipt, checks, cards);
        if (Boolean.FALSE.equals(answer.holderMatch())) {
            return notTheOneWhoShowed(verdict, answer.agent() == null ? HOLDER : new Words("受托的代办人", "agent"));
        }
        return verdict.reminding(reminder(answer.agent(), answer.holderMatch() != null));
    }

    /**
     * Whom the clerk is to look at.
     *
     * @param agent the masked name of who shows it for the holder; null: nobody does
     */
    private static Words reminder(@Nullable String agent, boolean matched) {
        var shower = agent == null ? HOLDER : new Words("代办人", "agent");
        var first = agent == null
                ? new Words("", "")
                : new Words("受托代办，由" + agent + "代持证人出示。", "Shown by an agent, " + agent + ", for the holder. ");
        var look = matched
                ? new Words(
                        "请核对本人：号码与" + shower.chinese() + "一致，请看身份证照片与来人是不是同一个人。",
                        "Look at the person: the number is the " + shower.english()
                                + "'s. Does the photo on the card show who stands here?")
                : new Words(
                        "请核对本人：出示手机的人是不是" + shower.chinese() + "？要系统比对号码的，先读身份证，再扫一次新码。",
                        "Look at the person: is it the " + shower.english()
                                + " who holds out the phone? To have the numbers compared, read the card and then scan a new code.");
        return new Words(first.chinese() + look.chinese(), first.english() + look.english());
    }

    /** The licence is good, but whoever stands at the counter is not the one who showed it. */
    private static Verdict notTheOneWhoShowed(Verdict accepted, Words shower) {
        return new Verdict(
                Tone.FAIL,
                new Words(
                        "证照真实有效，但" + shower.chinese() + "与所查证件不一致。",
                        "The licence is genuine and valid, but the card read is not its " + shower.english() + "'s."),
                new Words("请核对证件号码，确认是否本人出示。", "Check the card's number, and who holds out the phone."),
                accepted.recordId(),
                accepted.at(),
                accepted.checks(),
                accepted.licences(),
                null,
                null);
    }

    Verdict refused(Refusal refusal, Receipt receipt) {
        return told(refusal.outcome(), receipt, List.of(), List.of());
    }

    Verdict unrecorded(Words reason, Words advice) {
        return new Verdict(Tone.UNSURE, reason, advice, null, now(), List.of(), List.of(), null, null);
    }

    private Verdict told(Outcome outcome, Receipt receipt, List<Check> checks, List<LicenceCard> licences) {
        return Verdict.of(Ending.of(outcome), receipt.record().toString(), now(), checks, licences);
    }

    private String now() {
        return Wording.moment(clock.instant());
    }

    private static Words name(String key, LicenceType type) {
        return type.attribute(key)
                .map(attribute -> Words.inChinese(attribute.name()))
                .orElseGet(() -> new Words("证照编号", "Licence number"));
    }
}
