// What a page does to people who enlarge it or who cannot stand motion: what is cut off or has to be scrolled for at this width
// (WCAG 2.2, 1.4.10), and what still moves for more than a hundredth of a second although they asked for none. The map itself
// is two-dimensional, and what only a screen reader is to find is cut off on purpose.

(() => {
  const faults = [];
  const LONGEST = 0.01;

  const told = (element) => element.outerHTML.slice(0, 120);
  const seconds = (list) => Math.max(...list.split(",").map((text) => text.trim().endsWith("ms") ? parseFloat(text) / 1000 : parseFloat(text)));

  function moves(element, pseudo) {
    const style = getComputedStyle(element, pseudo);
    if (style.transitionProperty !== "none" && seconds(style.transitionDuration) > LONGEST) {
      faults.push(`turns slowly${pseudo}: ${told(element)}`);
    }
    if (style.animationName !== "none" && seconds(style.animationDuration) > LONGEST) {
      faults.push(`moves${pseudo}: ${told(element)}`);
    }
  }

  function cutOff(element) {
    const style = getComputedStyle(element);
    const hides = style.overflowX !== "visible" && style.clipPath === "none" && element.clientWidth > 1;
    if (hides && element.scrollWidth > element.clientWidth + 1 && !element.closest("#map, select, input, textarea, video, svg")) {
      const edge = element.getBoundingClientRect().right;
      const beyond = [...element.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > edge + 1);
      faults.push(`${element.scrollWidth} in ${element.clientWidth}: ${told(element)} … ${beyond.map(told).at(-1)}`);
    }
  }

  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) {
    const widest = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
    faults.push(`the page is ${page.scrollWidth} wide: ${widest.map(told).slice(-2)}`);
  }
  const drawn = [...document.body.querySelectorAll("*")].filter((element) => element.getClientRects().length > 0);
  for (const element of drawn) {
    cutOff(element);
    for (const pseudo of ["", "::before", "::after"]) {
      moves(element, pseudo);
    }
  }
  return faults;
})()
