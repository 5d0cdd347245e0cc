package city.certfree.web.page;

import city.certfree.audit.Outcome;
import city.certfree.web.appearance.Words;

/**
 * What an outcome means, in plain words.
 *
 * @param brief a few words, as for the citizen's list of uses
 * @param reason one sentence for the clerk, who may say it aloud
 * @param advice what the clerk does next
 */
public record Ending(Tone tone, Words brief, Words reason, Words advice) {
    private static final Words GO_ON = words("不用收取纸质材料，继续办理。", "No paper is needed. Go on.");
    private static final Words CHECK_AGAIN =
            words("请当面核对号码和姓名，改正后重试。", "Check number and name with the applicant, correct them and try again.");
    private static final Words NEW_CODE =
            words("请群众刷新手机页面，出示新的二维码。", "Ask the holder to refresh the page and show a new code.");
    private static final Words ASK_ISSUER = words("请告知申请人先联系发证单位。", "Ask the applicant to see the issuer first.");

    public static Ending of(Outcome outcome) {
        return switch (outcome) {
            case SHARED ->
                pass(
                        words("提供了证照信息", "Licence given"),
                        words("发证单位提供了证照，状态有效。", "The issuer gave the licence, and it is valid."));
            case LOOKED_UP ->
                pass(
                        words("查看了证照（已遮盖）", "Looked at, masked"),
                        words("登记信息已查到，证照有效。", "The register has it, and the licence is valid."));
            case UNMASKED ->
                pass(
                        words("查看了遮盖的内容", "Looked at unmasked"),
                        words("遮盖的内容已显示，并另作一条记录。", "The hidden details are shown, with a record of their own."));
            case MATCH_VALID ->
                pass(
                        words("内容一致，证照有效", "Matched, valid"),
                        words(
                                "申请人所说与登记一致，证照有效。",
                                "What the applicant says matches the register, and the licence is valid."));
            case ACCEPTED ->
                pass(
                        words("亮证通过", "Accepted"),
                        words(
                                "出示的证照真实、有效，本次出示已使用。",
                                "The licence shown is genuine and valid. This code is now used up."));
            case NOT_HELD ->
                fail(
                        words("没有查到有效证照", "No valid licence found"),
                        words(
                                "没有查到此人名下有效的这种证照，或者姓名不一致。",
                                "This person has no such licence in force, or the name does not match."),
                        CHECK_AGAIN);
            case MATCH_NOT_YET_ACTIVE ->
                fail(
                        words("内容一致，证照未生效", "Matched, not yet active"),
                        words("内容一致，但证照还没有到生效日期。", "The details match, but the licence is not in force yet."),
                        words("请告知申请人生效日期后再办。", "Tell the applicant from which day it is valid."));
            case MATCH_SUSPENDED ->
                fail(
                        words("内容一致，证照暂停或受限", "Matched, suspended"),
                        words("内容一致，但证照处于暂停或受限状态。", "The details match, but the licence is suspended or restricted."),
                        ASK_ISSUER);
            case MATCH_NO_LONGER_VALID ->
                fail(
                        words("内容一致，证照已失效", "Matched, no longer valid"),
                        words(
                                "内容一致，但证照已过期、注销或者被换发。",
                                "The details match, but the licence has expired, been cancelled or been replaced."),
                        words(
                                "请问申请人是否有新的证照，用新的证照编号重试。",
                                "Ask whether there is a newer licence, and try again with its number."));
            case NOT_FOUND ->
                fail(
                        words("没有找到相符的证照", "No such licence found"),
                        words(
                                "没有找到姓名、号码和证照编号都相符的证照。",
                                "No licence matches this name, holder number and licence number."),
                        words(
                                "请当面核对姓名、号码和证照编号，改正后重试。",
                                "Check name, number and licence number with the applicant, correct them and try again."));
            case MISMATCH ->
                fail(
                        words("有内容不一致", "Something did not match"),
                        words("申请人所说与登记不一致，见下。", "What the applicant says differs from the register, as listed below."),
                        words(
                                "请与申请人核对不一致的内容，改正后重试。",
                                "Go through what differs with the applicant, correct it and try again."));
            case EXPIRED ->
                fail(
                        words("出示的码已过期", "Code had expired"),
                        words("出示的码已经过了 60 秒。", "This code is more than 60 seconds old."),
                        NEW_CODE);
            case ALREADY_USED ->
                fail(
                        words("出示的码已用过", "Code was already used"),
                        words("这个码已经用过一次，不能再用。", "This code has been used once and cannot be used again."),
                        NEW_CODE);
            case FORGED ->
                fail(
                        words("出示的码不是真的", "Code was not genuine"),
                        words(
                                "这个码不是本系统签发的，或者被改动过。",
                                "This code was not issued by this system, or it has been altered."),
                        words("请不要采用，并按规定报告。", "Do not accept it, and report it as the rules say."));
            case MALFORMED ->
                fail(
                        words("码无法识别", "Code was not readable"),
                        words("这不是亮证的二维码或数字。", "This is not a code for showing a licence."),
                        words(
                                "请确认群众打开的是“我的证照”，重新扫码或输入 20 位数字。",
                                "Make sure that “My licences” is open on the phone, then scan again or enter the 20 digits."));
            case WRONG_AUDIENCE ->
                fail(
                        words("码不是给本市窗口的", "Code was for another place"),
                        words("这个码是给别处使用的。", "This code is for use elsewhere."),
                        NEW_CODE);
            case WRONG_ITEM ->
                fail(
                        words("码限定了别的事项", "Code was for another item"),
                        words("群众出示时限定了别的事项。", "The holder limited this code to another item."),
                        words(
                                "请群众选择本事项，或者不限定事项，重新出示。",
                                "Ask the holder to choose this item, or none, and show it again."));
            case LICENCE_NOT_VALID ->
                fail(
                        words("证照目前无效", "Licence not valid"),
                        words("出示的证照目前不是有效状态。", "The licence shown is not valid at present."),
                        ASK_ISSUER);
            case UNKNOWN ->
                fail(
                        words("没有这个码", "No such code"),
                        words("没有查到这个码。", "There is no such code."),
                        words(
                                "请核对 20 位数字，或者请群众刷新后重新出示。",
                                "Check the 20 digits, or ask the holder to refresh the page and show a new code."));
            case RECONCILED ->
                pass(
                        words("离线受理，已上报", "Accepted offline, reported"),
                        words(
                                "断网时受理的亮证已经上报，没有在别处用过。",
                                "What was accepted without a network is reported, and was used nowhere else."));
            case CONFLICT ->
                fail(
                        words("离线受理，与别处冲突", "Accepted offline, used elsewhere"),
                        words("断网时受理的亮证在别处也用过。", "What was accepted without a network was used elsewhere, too."),
                        words("请联系当事人核实，并报告主管。", "Ask the applicant about it, and tell the supervisor."));
            case OUTSIDE_SHIFT ->
                fail(
                        words("离线受理时间不符", "Offline, outside the shift"),
                        words(
                                "上报的受理时间不在本人当班期间，或者过了上报期限。",
                                "The time reported is outside the clerk’s shift, or too long ago."),
                        words("请报告主管，按规定补办核验。", "Tell the supervisor, and check the licence again."));
            case NETWORK_NEEDED ->
                fail(
                        words("这种证照不能离线受理", "Needs the network"),
                        words("这种证照必须联网核验，不能离线受理。", "Licences of this type can only be checked with a network."),
                        words("请群众到窗口联网核验。", "Ask the applicant to come again, and check with a network."));
            case INSUFFICIENT ->
                unsure(
                        words("没有核对：缺证照编号", "Not compared: no number given"),
                        words("没有填写证照编号，无法核对。", "Without the licence number nothing can be compared."),
                        words("请向申请人问明证照编号后重试。", "Ask the applicant for the licence number and try again."));
            case NOTHING_CLAIMED ->
                unsure(
                        words("没有核对：没有内容", "Not compared: nothing given"),
                        words("没有填写要核对的内容。", "Nothing was entered to compare."),
                        words("请至少填写证照编号。", "Enter at least the licence number."));
            case KEYS_STALE ->
                unsure(
                        words("验证密钥过期", "Keys too old to check with"),
                        words(
                                "验证签名的密钥已过期，无法判断。",
                                "The keys for checking signatures are out of date, so nothing can be said."),
                        words("请先不要让群众去开证明，联系系统管理员。", "Do not send anybody away for a paper. Call the administrator."));
            case ITEM_UNKNOWN ->
                unsure(
                        words("清单中没有该事项", "No such item"),
                        words("清单中没有这个事项。", "The list has no such item."),
                        words("请重新选择事项。", "Choose the item again."));
            case ITEM_NOT_IN_FORCE ->
                unsure(
                        words("事项已不在清单中", "Item no longer in force"),
                        words("这个事项已不在现行清单中。", "This item is not in the list now in force."),
                        words("请按现行清单重新选择事项。", "Choose the item again from the list now in force."));
            case LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM ->
                unsure(
                        words("事项不需要此证照", "Item does not need it"),
                        words("本事项不需要这种证照，不能查用。", "This item does not need such a licence, so it may not be used."),
                        words("请只查用本事项列出的证照。", "Use only the licences listed for this item."));
            case CHANNEL_NOT_OFFERED ->
                unsure(
                        words("不能用此方式", "Not offered this way"),
                        words("本事项的这种证照不能用此方式。", "For this item the licence cannot be used in this way."),
                        words("请按材料清单上的方式办理。", "Use the way given in the list of papers."));
            case NOT_GRANTED ->
                unsure(
                        words("没有授权", "Not permitted"),
                        words("本单位没有查用这种证照的授权。", "This office has no permission to use such licences."),
                        words(
                                "请由本单位在“授权”页面申请，批准后即可查用。",
                                "Have the office apply on the “Grants” page. Once approved, they can be used."));
            case QUOTA_EXCEEDED ->
                unsure(
                        words("超过使用限额", "Limit exceeded"),
                        words(
                                "今天对同一持证人的核对次数已用完，或者超过使用限额。",
                                "No more checks on this holder are allowed today, or a limit is exceeded."),
                        words("请明天再试，或者联系系统管理员。", "Try again tomorrow, or call the administrator."));
        };
    }

    private static Ending pass(Words brief, Words reason) {
        return new Ending(Tone.PASS, brief, reason, GO_ON);
    }

    private static Ending fail(Words brief, Words reason, Words advice) {
        return new Ending(Tone.FAIL, brief, reason, advice);
    }

    private static Ending unsure(Words brief, Words reason, Words advice) {
        return new Ending(Tone.UNSURE, brief, reason, advice);
    }

    private static Words words(String chinese, String english) {
        return new Words(chinese, english);
    }
}
