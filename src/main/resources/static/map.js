// The service map's page: keeps the map on what the list shows, sorts by distance, and looks every few seconds whether the city
// has changed anything. The visitor's position stays in this page: it is sent nowhere.

import { say } from "./language.js";
import { described, element, inChinese, loaded, placesOf } from "./office.js";
import { metresBetween } from "./datum.js";

const LOOK_AGAIN_MILLISECONDS = 3000;
const NEAREST = 20;
const AROUND = 5;
const POSITION_MILLISECONDS = 15000;

const form = document.querySelector("#filters");
const ground = document.querySelector("#map");
const news = document.querySelector("#news");
const button = document.querySelector("#nearest");

let data = null;
let atlas = null;
let here = null;

/** Whether what comes next is news from the city, not a wish of the visitor's: the map does not move then. */
let onlyNews = false;

document.documentElement.classList.add("scripted");
document.querySelector(".here").hidden = false;
button.addEventListener("click", () => (here ? forget() : locate()));
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt.id === "results" || event.target.id === "results") {
    follow();
  }
});
if (ground) {
  await draw();
}
setInterval(lookAgain, LOOK_AGAIN_MILLISECONDS);
document.addEventListener("visibilitychange", lookAgain);

async function draw() {
  try {
    const [{ Atlas }, offices] = await Promise.all([import("./atlas.js"), loaded(null)]);
    data = offices;
    atlas = new Atlas(ground);
    await follow();
    ground.dataset.drawn = "true";
  } catch {
    ground.replaceChildren(element("p", "unloaded", say("地图没有载入，可能是网络不通。列表里有同样的内容，请刷新页面再试。", "The map did not load; the network may be down. The list says the same. Reload the page to try again.")));
  }
}

/** The places that the list shows, in the data of the same version. */
async function matching() {
  const results = document.querySelector("#results");
  if (!data || data.version < Number(results.dataset.version)) {
    data = (await loaded(data?.tag)) ?? data;
  }
  return placesOf(results.dataset.places).filter((place) => place < data.codes.length);
}

async function follow() {
  const stay = onlyNews;
  onlyNews = false;
  if (!atlas && !here) {
    return;
  }
  const places = await matching();
  const near = here ? sorted(places) : [];
  atlas?.show(data, places, stay || here !== null);
  if (here) {
    listNearest(near, places.length);
    atlas?.visitor(here, stay ? null : near.slice(0, AROUND));
  }
  offerTheMap();
}

/** In the list, a way to each office on the map. */
function offerTheMap() {
  if (!atlas) {
    return;
  }
  for (const row of document.querySelectorAll(".offices [data-office]:not(:has(.on-map))")) {
    const way = row.appendChild(element("button", "button on-map", say("在地图上看", "Show on the map")));
    way.type = "button";
    way.append(element("span", "unseen", say("：", ": ")));
    way.lastChild.append(inChinese("span", "", row.querySelector("b").textContent));
    way.addEventListener("click", () => {
      const place = data.codes.indexOf(row.dataset.office);
      if (place >= 0) {
        ground.scrollIntoView({ block: "nearest" });
        atlas.open(place);
      }
    });
  }
}

function locate() {
  if (!navigator.geolocation || !isSecureContext) {
    announce(say("这个浏览器不能提供位置（需要 HTTPS）。请在上面填镇街名称查找。", "This browser cannot tell your position (it needs HTTPS). Search for the name of your town above."));
    return;
  }
  button.disabled = true;
  announce(say("正在取得位置…", "Finding your position…"));
  navigator.geolocation.getCurrentPosition(located, notLocated, { enableHighAccuracy: true, timeout: POSITION_MILLISECONDS, maximumAge: 60000 });
}

async function located({ coords }) {
  here = [coords.latitude, coords.longitude];
  button.disabled = false;
  button.setAttribute("aria-pressed", "true");
  button.lastChild.textContent = say("不按距离排列", "Not by distance");
  try {
    await follow();
  } catch {
    forget();
    announce(say("机构数据没有载入，可能是网络不通，请稍后再试。", "The offices did not load; the network may be down. Try again later."));
  }
}

function notLocated({ code }) {
  button.disabled = false;
  announce(
    code === 1
      ? say("您没有允许使用位置。可以在上面填镇街名称查找。", "You did not allow the use of your position. You can search for the name of your town above.")
      : say("没有取得位置，请再试一次，或在上面填镇街名称查找。", "Your position was not found. Try again, or search for the name of your town above."),
  );
}

function forget() {
  here = null;
  button.setAttribute("aria-pressed", "false");
  button.lastChild.textContent = say("离我最近", "Nearest to me");
  atlas?.visitor(null);
  globalThis.htmx.trigger(form, "refresh");
}

function sorted(places) {
  return places
    .map((place) => ({ place, metres: metresBetween(here, data.at(place)) }))
    .sort((one, other) => one.metres - other.metres)
    .map(({ place }) => place);
}

function listNearest(near, count) {
  const list = document.querySelector(".offices");
  if (!list) {
    return;
  }
  list.replaceChildren(...near.slice(0, NEAREST).map((place) => described(data, place, here, "li")));
  document.querySelector("#results .pager")?.remove();
  announce(
    count > NEAREST
      ? say(`离您最近的 ${NEAREST} 个（共 ${count} 个符合）`, `The ${NEAREST} nearest of ${count}`)
      : say(`按离您的距离排列，共 ${count} 个`, `${count} by distance from you`),
  );
}

/** A change of the city's is on the map, and in the list, without anybody's doing. */
async function lookAgain() {
  if (document.hidden || !data) {
    return;
  }
  try {
    const newer = await loaded(data.tag);
    if (newer) {
      data = newer;
      onlyNews = true;
      news.textContent = say("办事机构有更新，地图和列表已经换新。", "Offices have changed: map and list are up to date again.");
      globalThis.htmx.trigger(form, "refresh");
    }
  } catch {
    // The next look may find the service again; what is shown stays.
  }
}

function announce(text) {
  document.querySelector("#found").textContent = text;
}
