package city.certfree.web.page;

import city.certfree.audit.Outcome;

/**
 * What an outcome means, in plain words.
 *
 * @param brief a few words, as for the citizen's list of uses
 * @param reason one sentence for the clerk, who may say it aloud
 * @param advice what the clerk does next
 */
public record Ending(Tone tone, String brief, String reason, String advice) {
    private static final String GO_ON = "不用收取纸质材料，继续办理。";
    private static final String CHECK_AGAIN = "请当面核对号码和姓名，改正后重试。";
    private static final String NEW_CODE = "请群众刷新手机页面，出示新的二维码。";
    private static final String ASK_ADMINISTRATOR = "请先不要让群众去开证明，联系系统管理员。";

    public static Ending of(Outcome outcome) {
        return switch (outcome) {
            case SHARED -> pass("提供了证照信息", "发证单位提供了证照，状态有效。");
            case LOOKED_UP -> pass("查看了证照（已遮盖）", "登记信息已查到，证照有效。");
            case UNMASKED -> pass("查看了遮盖的内容", "遮盖的内容已显示，并另作一条记录。");
            case MATCH_VALID -> pass("内容一致，证照有效", "申请人所说与登记一致，证照有效。");
            case ACCEPTED -> pass("亮证通过", "出示的证照真实、有效，本次出示已使用。");
            case NOT_HELD -> fail("没有查到有效证照", "没有查到此人名下有效的这种证照，或者姓名不一致。", CHECK_AGAIN);
            case MATCH_NOT_YET_ACTIVE -> fail("内容一致，证照未生效", "内容一致，但证照还没有到生效日期。", "请告知申请人生效日期后再办。");
            case MATCH_SUSPENDED -> fail("内容一致，证照暂停或受限", "内容一致，但证照处于暂停或受限状态。", "请告知申请人先联系发证单位。");
            case MATCH_NO_LONGER_VALID -> fail("内容一致，证照已失效", "内容一致，但证照已过期、注销或者被换发。", "请问申请人是否有新的证照，用新的证照编号重试。");
            case NOT_FOUND -> fail("没有找到相符的证照", "没有找到姓名、号码和证照编号都相符的证照。", CHECK_AGAIN);
            case MISMATCH -> fail("有内容不一致", "申请人所说与登记不一致，见下。", "请与申请人核对不一致的内容，改正后重试。");
            case EXPIRED -> fail("出示的码已过期", "出示的码已经过了 60 秒。", NEW_CODE);
            case ALREADY_USED -> fail("出示的码已用过", "这个码已经用过一次，不能再用。", NEW_CODE);
            case FORGED -> fail("出示的码不是真的", "这个码不是本系统签发的，或者被改动过。", "请不要采用，并按规定报告。");
            case MALFORMED -> fail("码无法识别", "这不是亮证的二维码或数字。", "请确认群众打开的是“我的证照”，重新扫码或输入 20 位数字。");
            case WRONG_AUDIENCE -> fail("码不是给本市窗口的", "这个码是给别处使用的。", NEW_CODE);
            case WRONG_ITEM -> fail("码限定了别的事项", "群众出示时限定了别的事项。", "请群众选择本事项，或者不限定事项，重新出示。");
            case LICENCE_NOT_VALID -> fail("证照目前无效", "出示的证照目前不是有效状态。", "请告知申请人先联系发证单位。");
            case UNKNOWN -> fail("没有这个码", "没有查到这个码。", "请核对 20 位数字，或者请群众刷新后重新出示。");
            case INSUFFICIENT -> unsure("没有核对：缺证照编号", "没有填写证照编号，无法核对。", "请向申请人问明证照编号后重试。");
            case NOTHING_CLAIMED -> unsure("没有核对：没有内容", "没有填写要核对的内容。", "请至少填写证照编号。");
            case KEYS_STALE -> unsure("验证密钥过期", "验证签名的密钥已过期，无法判断。", ASK_ADMINISTRATOR);
            case ITEM_UNKNOWN -> unsure("清单中没有该事项", "清单中没有这个事项。", "请重新选择事项。");
            case ITEM_NOT_IN_FORCE -> unsure("事项已不在清单中", "这个事项已不在现行清单中。", "请按现行清单重新选择事项。");
            case LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM -> unsure("事项不需要此证照", "本事项不需要这种证照，不能查用。", "请只查用本事项列出的证照。");
            case CHANNEL_NOT_OFFERED -> unsure("不能用此方式", "本事项的这种证照不能用此方式。", "请按材料清单上的方式办理。");
            case NOT_GRANTED -> unsure("没有授权", "本单位没有查用这种证照的授权。", "请由本单位在“授权”页面申请，批准后即可查用。");
            case QUOTA_EXCEEDED -> unsure("超过使用限额", "今天对同一持证人的核对次数已用完，或者超过使用限额。", "请明天再试，或者联系系统管理员。");
        };
    }

    private static Ending pass(String brief, String reason) {
        return new Ending(Tone.PASS, brief, reason, GO_ON);
    }

    private static Ending fail(String brief, String reason, String advice) {
        return new Ending(Tone.FAIL, brief, reason, advice);
    }

    private static Ending unsure(String brief, String reason, String advice) {
        return new Ending(Tone.UNSURE, brief, reason, advice);
    }
}
