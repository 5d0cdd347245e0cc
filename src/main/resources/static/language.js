// The language of the page, as its visitor chose it.

/** Of a text in both languages the one of the page; both stand side by side where they are used. */
export function say(chinese, english) {
  return document.documentElement.lang === "en" ? english : chinese;
}
