// What the counter says without a network: for each finding a tone, a sentence that can be said aloud, and what to do next.

import { say } from "../language.js";

const NEW_CODE = () => say("请群众刷新手机页面，出示新的二维码。", "Ask the citizen to refresh the phone and show a new code.");
const WAIT = () => say("请等网络恢复后核验，或者先受理、后补核验。", "Check it when the network is back, or accept the case and check later.");
const NETWORK = () => say("请检查网线和网络，恢复后从窗口登录。", "Check the network, and sign in at the counter once it is back.");

/** Where there is no word of the service to live on: why, in words. */
export function whyStopped(code) {
  return {
    never: say("这台电脑还没有在联网时登录过窗口，没有验签用的密钥。", "Nobody has signed in on this computer while it had a network, so it has no keys to check with."),
    locked: say("屏幕锁定以后断了网，密码要联网才能核对。", "The screen was locked when the network went, and a password can only be checked with one."),
    clock: say("这台电脑的时钟和服务器相差超过 5 秒，不能判断二维码是否过期。请校准时钟，联网后再试。", "This computer’s clock differs from the service’s by more than 5 seconds, so it cannot tell whether a code has expired. Set the clock, and try again with a network."),
    stale: say("密钥和清单太久没有更新，已经超过允许的时间。", "The keys and the registry have not been renewed for longer than is allowed."),
    algorithm: say("本系统使用国密签名，浏览器不能离线验证。", "This service signs with national algorithms, which a browser cannot check offline."),
    insecure: say("浏览器只在 HTTPS 或 localhost 网址下支持离线核验。管理员可为本系统启用 HTTPS。", "Browsers check offline only at an HTTPS or localhost address. An administrator can turn HTTPS on."),
  }[code];
}

/** What a finding means. */
export function verdict(code) {
  const told = {
    accepted: ["pass", say("证照真实，签发时有效，已离线受理。", "The licence is genuine and was valid when the code was made. Accepted offline."),
      say("不用收取纸质材料，继续办理。网络恢复后自动上报。", "No paper is needed; go on. It is reported as soon as the network is back.")],
    "already-used": ["fail", say("这个码在这台电脑上已经用过一次，不能再用。", "This code was used once on this computer and cannot be used again."), NEW_CODE()],
    expired: ["fail", say("出示的码已经过了 60 秒。", "The code is older than 60 seconds."), NEW_CODE()],
    forged: ["fail", say("这个码不是本系统签发的，或者被改动过。", "This code was not made by this service, or was changed."),
      say("请不要采用，并按规定报告。", "Do not accept it, and report it.")],
    malformed: ["fail", say("这不是亮证的二维码。", "This is not a code from the licence wallet."),
      say("请确认群众打开的是“我的证照”，再扫一次。", "Make sure the citizen has opened “My licences”, and scan again.")],
    "wrong-audience": ["fail", say("这个码是给别处使用的。", "This code is for another place."), NEW_CODE()],
    "wrong-item": ["fail", say("群众出示时限定了别的事项。", "The citizen bound this code to another item."),
      say("请群众选择本事项，重新出示。", "Ask the citizen to choose this item and show again.")],
    "licence-not-valid": ["fail", say("出示的证照不是有效状态。", "The licence is not valid."),
      say("请告知申请人先联系发证单位。", "Ask the citizen to contact the issuing office.")],
    "licence-type-not-exempted-for-item": ["unsure", say("本事项不用这种证照。", "This item does not need a licence of this type."),
      say("请群众出示本事项要用的证照。", "Ask for the licence that this item needs.")],
    "network-needed": ["unsure", say("这种证照信息敏感，必须联网核验。", "Licences of this type are sensitive and need the network."), WAIT()],
    digits: ["unsure", say("20 位数字要联网才能核验。", "The 20 digits can only be checked with a network."),
      say("请群众出示二维码，用扫码枪或摄像头扫。", "Ask for the QR code, and scan it.")],
    "keys-stale": ["unsure", say("验证签名的密钥已过期，无法判断。", "The key to check the signature with has expired."), NETWORK()],
    "not-kept": ["unsure", say("这台电脑存不下这次受理，没有受理。", "This computer could not keep it, so it was not accepted."), WAIT()],
  }[code];
  const [tone, reason, advice] = told ?? ["unsure", whyStopped(code) ?? otherwise(code), NETWORK()];
  return { tone, word: WORDS[tone](), reason, advice };
}

/** What only the service can find, when an acceptance is reported. */
function otherwise(code) {
  return {
    "outside-shift": say("受理时间不在本人当班期间，或者过了上报期限。", "It was accepted outside the clerk’s shift, or too long ago."),
    unknown: say("服务器上没有这个码。", "The service knows no such code."),
    "item-not-in-force": say("这个事项已不在现行清单中。", "The item is no longer in force."),
    "not-granted": say("本单位没有查用这种证照的授权。", "This office has no permission for licences of this type."),
    "quota-exceeded": say("超过使用限额。", "The limit of uses is exceeded."),
  }[code] ?? say("服务器没有采用（" + code + "）。", "The service did not take it (" + code + ").");
}

const WORDS = {
  pass: () => say("核验通过", "Passed"),
  fail: () => say("核验不通过", "Not passed"),
  unsure: () => say("无法核验", "Cannot check"),
};

/** Where a report stands. */
export function standing(acceptance) {
  return {
    WAITING: { tone: "info", text: say("待上报", "To be reported") },
    RECONCILED: { tone: "pass", text: say("✓ 已上报", "✓ Reported") },
    CONFLICT: { tone: "fail", text: say("✕ 冲突：在别处也用过，已报告主管", "✕ Conflict: used elsewhere; the supervisor is told") },
    REFUSED: { tone: "fail", text: say("✕ 上报被拒：", "✕ Refused: ") + verdict(acceptance.reason).reason },
  }[acceptance.state];
}
