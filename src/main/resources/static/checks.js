// What a form can check on the spot, before the server checks it again: numbers of holders, dates, decimals.

import { say } from "/assets/language.js";

const CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Half-width capitals without white space, as the server reads numbers. */
export function number(text) {
  return text.normalize("NFKC").replace(/\s+/g, "").replace(/[a-z]/g, letter => letter.toUpperCase());
}

/** Whether the day exists: 2026-02-30 does not. */
export function isDate(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The check character of a citizen number over its first 17 digits: ISO/IEC 7064 MOD 11-2 (GB 11643). */
export function citizenCheck(first17) {
  let sum = 0;
  for (const digit of first17) {
    sum = (sum + Number(digit)) * 2 % 11;
  }
  return "10X98765432"[sum];
}

/** How many characters are missing, or too many. */
function off(missing) {
  return missing > 0 ? `${missing} missing` : `${-missing} too many`;
}

/** What is wrong with a citizen number, in words; empty: nothing. Numbers of 15 digits, from before 1999, are taken. */
export function citizenNumber(text) {
  const value = number(text);
  if (!/^(\d{15}|\d{17}[\dX])$/.test(value)) {
    const missing = 18 - value.length;
    return /^\d*X?$/.test(value) && missing !== 0
      ? say(`公民身份号码是 18 位，现在${missing > 0 ? "少" : "多"} ${Math.abs(missing)} 位。`, `A citizen number has 18 characters: ${off(missing)}.`)
      : say("公民身份号码只有数字，最后一位可以是 X。", "A citizen number has digits only; the last may be X.");
  }
  const long = value.length === 18 ? value : value.slice(0, 6) + "19" + value.slice(6);
  if (!isDate(Number(long.slice(6, 10)), Number(long.slice(10, 12)), Number(long.slice(12, 14))) || long.slice(6, 10) < "1850") {
    return say("第 7 到 14 位不是真实的出生日期，请逐位核对。", "Characters 7 to 14 are no date of birth. Check them one by one.");
  }
  return long.length === 18 && value.length === 18 && citizenCheck(long.slice(0, 17)) !== long[17]
    ? say("最后一位校验不对，至少有一位输错了，请逐位核对。", "The check character is wrong: at least one is mistyped. Check them one by one.") : "";
}

/** What is wrong with a unified social credit code (GB 32100), in words; empty: nothing. */
export function creditCode(text) {
  const value = number(text);
  if (value.length !== 18) {
    const missing = 18 - value.length;
    return say(`统一社会信用代码是 18 位，现在${missing > 0 ? "少" : "多"} ${Math.abs(missing)} 位。`, `A credit code has 18 characters: ${off(missing)}.`);
  }
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) {
    return say("统一社会信用代码没有字母 I、O、S、V、Z，第 3 到 8 位是数字。", "A credit code has no I, O, S, V or Z, and characters 3 to 8 are digits.");
  }
  const sum = CREDIT_WEIGHTS.reduce((all, weight, i) => all + weight * CREDIT.indexOf(value[i]), 0);
  return CREDIT[(31 - sum % 31) % 31] === value[17] ? "" : say("最后一位校验不对，至少有一位输错了，请逐位核对。", "The check character is wrong: at least one is mistyped. Check them one by one.");
}

/** What is wrong with a date, typed as 2026-11-23, 20261123 or 2026年11月23日; empty: nothing. */
export function date(text) {
  return isoDate(text) === "" ? say("没有这一天，请按 2026-11-23 的样子填写。", "There is no such day. Write it like 2026-11-23.") : "";
}

/** The date in the form of the data; empty when it is none. */
export function isoDate(text) {
  const parts = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?$/.exec(number(text));
  if (!parts || (/^\d+$/.test(number(text)) && number(text).length !== 8)) {
    return "";
  }
  const [year, month, day] = parts.slice(1).map(Number);
  return isDate(year, month, day)
    ? `${parts[1]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : "";
}

/** What is wrong with a decimal number in plain notation; empty: nothing. */
export function decimal(text) {
  return /^-?\d+(\.\d+)?$/.test(number(text)) ? "" : say("请只填数字，可以带小数点，不写单位和逗号。", "Digits and a decimal point only, without unit or comma.");
}
