// What was scanned or typed: ours, a holder's number, or something foreign that is neither kept nor followed.

import { citizenNumber, number } from "./checks.js";

/** Longest token that the counter takes. */
const LONGEST = 1200;

/** The Luhn sum modulo 10 (ISO/IEC 7812-1, Annex B): 0 for a number whose last digit is right. */
export function luhn(digits) {
  let sum = 0;
  [...digits].reverse().forEach((digit, i) => {
    const doubled = i % 2 === 1 ? digit * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return sum % 10;
}

/**
 * The kind of a code. Ours has 20 digits, begins with 77 and ends with its check digit. No payment code begins with 77:
 * WeChat's have 18 digits from 10 to 15, Alipay's 16 to 24 from 25 to 30, those of UnionPay 19 from 62, of the digital
 * yuan 19 from 01. A citizen number may begin like one of WeChat's; its date and check character tell them apart.
 *
 * @returns {"code"|"token"|"mistyped"|"citizen"|"WECHAT"|"ALIPAY"|"UNIONPAY"|"DIGITAL_YUAN"|"COLLECTION"|"ADDRESS"|"WIFI"|"CONTACT"|"other"}
 */
export function kindOf(text) {
  const plain = text.trim();
  const digits = number(plain);
  if (/^\d+$/.test(digits)) {
    return kindOfDigits(digits);
  }
  if (/^\d{17}X$/.test(digits) && citizenNumber(digits) === "") {
    return "citizen";
  }
  if (plain.length <= LONGEST && /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(plain)) {
    return "token";
  }
  return kindOfText(plain);
}

function kindOfDigits(digits) {
  if (/^77\d{18}$/.test(digits)) {
    return luhn(digits) === 0 ? "code" : "mistyped";
  }
  if (digits.length === 18 && citizenNumber(digits) === "") {
    return "citizen";
  }
  if (/^1[0-5]\d{16}$/.test(digits)) {
    return "WECHAT";
  }
  if (/^(2[5-9]|30)\d{14,22}$/.test(digits)) {
    return "ALIPAY";
  }
  if (/^62\d{17}$/.test(digits)) {
    return "UNIONPAY";
  }
  return /^01\d{17}$/.test(digits) ? "DIGITAL_YUAN" : "other";
}

function kindOfText(text) {
  if (/^(wxp:|weixin:|alipays?:|https?:\/\/(qr\.alipay\.com|qr\.95516\.com|payapp\.weixin\.qq\.com)\/)/i.test(text)) {
    return "COLLECTION";
  }
  if (/^wifi:/i.test(text)) {
    return "WIFI";
  }
  if (/^(begin:vcard|mecard:|tel:|mailto:|smsto?:|geo:)/i.test(text)) {
    return "CONTACT";
  }
  return /^([a-z][a-z0-9+.-]*:|www\.)/i.test(text) ? "ADDRESS" : "other";
}
