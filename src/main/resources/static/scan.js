// A hand scanner is a keyboard that types fast. Here its keys are told from a person's, wherever the focus is, by the key's
// place rather than by the letter it makes: so an input method or Caps Lock changes nothing.

/** No longer between two keys of one scan, in milliseconds: scanners take 1 to 30, persons more than 60. */
export const GAP = 50;

/** Fewer keys than this are nobody's code. */
export const LEAST = 6;

/** A pair of keys may come fast from a rolling hand; three do not. */
const SURELY_A_SCANNER = 3;

const SILENT = new Set(["ShiftLeft", "ShiftRight", "CapsLock", "NumLock"]);
const MODIFIERS = new Set(["ControlLeft", "ControlRight", "AltLeft", "AltRight", "MetaLeft", "MetaRight"]);
const ENDS = new Set(["Enter", "NumpadEnter", "Tab"]);
const SHIFTED_DIGITS = ")!@#$%^&*(";
const SIGNS = {
  Minus: "-_", Equal: "=+", BracketLeft: "[{", BracketRight: "]}", Backslash: "\\|", Semicolon: ";:", Quote: "'\"",
  Backquote: "`~", Comma: ",<", Period: ".>", Slash: "/?", Space: "  ",
  NumpadDecimal: "..", NumpadSubtract: "--", NumpadAdd: "++", NumpadDivide: "//", NumpadMultiply: "**",
};

/** Stands in a scan for a key that types nothing: no code of ours has one. */
export const NO_CHARACTER = "\uFFFD";

/** The character at a key's place on the keyboard that scanners imitate; empty: none. */
export function charOf(code, shift) {
  const digit = /^(Digit|Numpad)(\d)$/.exec(code);
  if (digit) {
    return shift && digit[1] === "Digit" ? SHIFTED_DIGITS[digit[2]] : digit[2];
  }
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter) {
    return shift ? letter[1] : letter[1].toLowerCase();
  }
  return SIGNS[code]?.[shift ? 1 : 0] ?? "";
}

/** The keys of one scan, as they come in. */
export class Burst {
  #keys = [];
  #last = -Infinity;

  /**
   * Takes a key.
   *
   * @param {{code: string, shift: boolean, command: boolean, composing: boolean, repeat: boolean, time: number}} key
   *     command: with Ctrl, Alt or Meta; time: when it was pressed, in milliseconds
   * @returns {{begins?: boolean, within?: boolean, text?: string, plain?: string}} begins: it may be a scan's first key;
   *     within: it belongs to a scan though it types nothing; text: the scan has ended, and this is what it typed, plain
   *     without what an input method may have swallowed
   */
  key(key) {
    if (SILENT.has(key.code) || MODIFIERS.has(key.code)) {
      return {};
    }
    if (key.repeat || key.time - this.#last > GAP) {
      this.#keys = [];
    }
    this.#last = key.time;
    if (key.repeat) {
      return {};
    }
    if (ENDS.has(key.code) && !key.command) {
      return this.#end();
    }
    const char = key.command ? "" : charOf(key.code, key.shift);
    if (char === "" && this.#keys.length < SURELY_A_SCANNER) {
      this.#keys = [];
      return {};
    }
    this.#keys.push({ char: char || NO_CHARACTER, lost: key.composing && /[^0-9]/.test(char) });
    return { begins: this.#keys.length === 1, within: char === "" };
  }

  #end() {
    const keys = this.#keys;
    this.#keys = [];
    if (keys.length < LEAST) {
      return {};
    }
    const text = keys.map(key => key.char).join("");
    return { text, plain: keys.filter(key => !key.lost).map(key => key.char).join("") };
  }
}

/**
 * Listens for scans anywhere on the page.
 *
 * @param {(scan: {text: string, plain: string, field: ?Element}) => boolean} stays whether the text of a scan belongs into
 *     the field that had the focus, as when somebody scans into it on purpose; otherwise it is taken out again
 * @param {(scan: {text: string, plain: string, field: ?Element}) => void} onScan is told of every other scan
 */
export function listen(stays, onScan) {
  const burst = new Burst();
  let before = null;
  addEventListener("keydown", event => {
    const met = burst.key({
      code: event.code,
      shift: event.shiftKey,
      command: event.ctrlKey || event.altKey || event.metaKey,
      composing: event.isComposing || event.keyCode === 229,
      repeat: event.repeat,
      time: event.timeStamp,
    });
    if (met.begins) {
      before = remember(document.activeElement);
    }
    if (met.within || met.text !== undefined) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (met.text !== undefined) {
      const scan = { text: met.text, plain: met.plain, field: before.field };
      const kept = stays(scan);
      putBack(before, kept ? met.text : "");
      if (!kept) {
        onScan(scan);
      }
    }
  }, { capture: true });
}

/** Whether a person types into it. */
export function takesText(field) {
  return field instanceof HTMLTextAreaElement
    || (field instanceof HTMLInputElement && !["button", "checkbox", "radio", "submit", "reset", "file", "hidden"].includes(field.type));
}

/** What stands in a field before a scan. */
function remember(field) {
  if (!takesText(field) && !(field instanceof HTMLSelectElement)) {
    return { field: null };
  }
  // Only fields of plain text tell where the caret is.
  const caret = "selectionStart" in field && field.selectionStart !== null;
  return {
    field, value: field.value,
    start: caret ? field.selectionStart : null, end: caret ? field.selectionEnd : null,
  };
}

/** Takes out of a field what a scan has typed into it, or makes it what was scanned, letter by letter. */
function putBack(before, text) {
  const { field, value, start, end } = before;
  if (!field?.isConnected) {
    return;
  }
  const focused = document.activeElement === field;
  // Ends an input method's composition, which would else put in what it holds.
  field.blur();
  const set = () => {
    field.value = value;
    if (text !== "" && start !== null) {
      field.setRangeText(text, start, end, "end");
    } else if (text !== "") {
      field.value = text;
    } else if (start !== null) {
      field.setSelectionRange(start, end);
    }
  };
  set();
  field.addEventListener("compositionend", set, { once: true });
  setTimeout(() => field.removeEventListener("compositionend", set));
  if (focused) {
    field.focus();
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
