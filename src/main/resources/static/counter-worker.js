// Lets the counter open without a network: any of its pages is then the one page that works without. Only that page and what
// it is made of are kept, nothing of anybody; what it has to know lies in the browser's store (offline/store.js).

const SHELL = "counter-shell-1";
const PAGE = "/counter/offline";
const PARTS = [
  "certfree.css", "counter.css", "shift.css", "keys.css", "offline.css", "icon.svg", "htmx/htmx.min.js",
  "offline.js", "offline/store.js", "offline/base64.js", "offline/token.js", "offline/seal.js", "offline/contact.js",
  "offline/report.js", "offline/accept.js", "offline/words.js", "offline/items.js", "offline/page.js",
  "camera.js", "checks.js", "codes.js", "composing.js", "decoder.js", "keys.js", "language.js", "scan.js",
  "vendor/zxing-wasm/reader.js", "vendor/zxing-wasm/zxing_reader.wasm",
].map(part => "/assets/" + part);
const KEPT = new Set(PARTS);

addEventListener("install", event => {
  skipWaiting();
  event.waitUntil(caches.open(SHELL).then(shell => shell.addAll(PARTS)));
});

addEventListener("activate", event => {
  event.waitUntil(forgetOldShells());
});

addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(page(request, url));
  } else if (request.method === "GET" && url.origin === location.origin && KEPT.has(url.pathname)) {
    event.respondWith(part(request));
  }
});

async function forgetOldShells() {
  const old = (await caches.keys()).filter(name => name.startsWith("counter-shell-") && name !== SHELL);
  await Promise.all(old.map(name => caches.delete(name)));
  await clients.claim();
}

/** The page itself, kept anew whenever it comes; or, without a network, the one that works without. */
async function page(request, url) {
  try {
    const answer = await fetch(request);
    if (url.pathname === PAGE && answer.ok && !answer.redirected) {
      await (await caches.open(SHELL)).put(PAGE, answer.clone());
    }
    return answer;
  } catch (fault) {
    const kept = await caches.match(PAGE);
    if (kept) {
      return kept;
    }
    throw fault;
  }
}

/** From the network while there is one, so that page and parts are of one version. */
async function part(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await (await caches.open(SHELL)).put(request, answer.clone());
    }
    return answer;
  } catch (fault) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) {
      return kept;
    }
    throw fault;
  }
}
