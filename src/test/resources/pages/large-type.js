// What on the page breaks the numbers of the rule for large type. A pixel here is a CSS pixel; 24 of them are 18 pt.
() => {
  const BODY = 24, TITLE = 40, LINE = 1.3, CONTRAST = 4.5, TARGET = 60, ROUNDING = 0.1;
  const faults = [];
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.className}"> “${element.textContent.trim().slice(0, 20)}”`;

  // A slip is a picture of paper, which has sizes of its own.
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !element.closest(".unseen, .skip, noscript, template, .slip")
    && element.getBoundingClientRect().width > 1;

  const parts = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = parts(getComputedStyle(e).backgroundColor);
      if (color.a === 1) {
        return color;
      }
    }
    return { r: 255, g: 255, b: 255, a: 1 };
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.textContent.trim() || !seen(element)) {
      continue;
    }
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    if (size < BODY - ROUNDING) {
      faults.push(`${size} px: ${name(element)}`);
    }
    if (parseFloat(style.lineHeight) / size < LINE - 0.001) {
      faults.push(`line of ${style.lineHeight} at ${size} px: ${name(element)}`);
    }
    const ratio = contrast(parts(style.color), ground(element));
    if (ratio < CONTRAST) {
      faults.push(`contrast ${ratio.toFixed(2)}: ${name(element)}`);
    }
  }

  for (const title of document.querySelectorAll("h1")) {
    if (seen(title) && parseFloat(getComputedStyle(title).fontSize) < TITLE) {
      faults.push(`title of ${getComputedStyle(title).fontSize}: ${name(title)}`);
    }
  }

  const touched = "button, a.button, nav a, .card > a, .picks a, a.back, summary, select, .choice, input:not([type=hidden], [type=radio], [type=checkbox])";
  for (const target of document.querySelectorAll(touched)) {
    const { width, height } = target.getBoundingClientRect();
    if (seen(target) && !target.closest(".crumbs") && (width < TARGET - ROUNDING || height < TARGET - ROUNDING)) {
      faults.push(`target of ${width.toFixed(1)} by ${height.toFixed(1)} px: ${name(target)}`);
    }
  }

  for (const second of document.querySelectorAll("p + p")) {
    const first = second.previousElementSibling;
    const style = getComputedStyle(second);
    const lineGap = parseFloat(style.lineHeight) - parseFloat(style.fontSize);
    const apart = second.getBoundingClientRect().top - first.getBoundingClientRect().bottom + lineGap;
    if (seen(second) && seen(first) && apart > 0 && apart < LINE * lineGap - ROUNDING) {
      faults.push(`paragraphs ${apart.toFixed(1)} px apart at a line gap of ${lineGap.toFixed(1)}: ${name(second)}`);
    }
  }

  if (document.documentElement.scrollWidth > innerWidth) {
    faults.push(`${document.documentElement.scrollWidth} px wide`);
  }
  return faults;
}
