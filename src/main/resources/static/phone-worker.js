// Lets the phone open without a network, and say so. It keeps the shell only: no page of anybody's is ever stored.

const SHELL = "phone-shell-1";
const OFFLINE = "/assets/phone-offline.html";
const KEPT = new Set([
  OFFLINE,
  "/assets/certfree.css",
  "/assets/phone.css",
  "/assets/phone.js",
  "/assets/htmx/htmx.min.js",
  "/assets/composing.js",
  "/assets/icon.svg",
]);

addEventListener("install", event => {
  skipWaiting();
  event.waitUntil(caches.open(SHELL).then(shell => shell.addAll([...KEPT])));
});

addEventListener("activate", event => {
  event.waitUntil(forgetOldShells());
});

addEventListener("fetch", event => {
  const { request } = event;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  } else if (request.method === "GET" && isKept(new URL(request.url))) {
    event.respondWith(kept(event));
  }
});

async function forgetOldShells() {
  const old = (await caches.keys()).filter(name => name.startsWith("phone-shell-") && name !== SHELL);
  await Promise.all(old.map(name => caches.delete(name)));
  await clients.claim();
}

function isKept(url) {
  return url.origin === location.origin && KEPT.has(url.pathname);
}

/** What is kept is answered at once and fetched anew behind it. */
async function kept(event) {
  const shell = await caches.open(SHELL);
  const fresh = fetch(event.request).then(async answer => {
    if (answer.ok) {
      await shell.put(event.request, answer.clone());
    }
    return answer;
  });
  event.waitUntil(fresh.catch(() => undefined));
  return (await shell.match(event.request)) ?? fresh;
}
