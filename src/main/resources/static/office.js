// What the map's data say of the offices, and how an office is told about. Names are set as text, never as markup.

import { metresBetween } from "./datum.js";
import { say } from "./language.js";

const ADDRESS = "/api/v1/office-map";
const MILLION = 1e6;

/** Kinds of offices: one character on a mark, its look, and what the kind is called in English. */
const MARKS = {
  市政务服务中心: { text: say("市", "C"), className: "city", english: "City service centre" },
  区政务服务中心: { text: say("区", "D"), className: "city", english: "District service centre" },
  镇街便民服务中心: { text: say("镇", "T"), className: "town", english: "Town service centre" },
  村居便民服务站: { text: say("村", "V"), className: "village", english: "Village service station" },
  部门专厅: { text: say("厅", "H"), className: "hall", english: "Department hall" },
  自助服务点: { text: say("自", "S"), className: "kiosk", english: "Self-service point" },
};

/** The words of opening hours. */
const HOURS = { 周一: "Mon", 周二: "Tue", 周三: "Wed", 周四: "Thu", 周五: "Fri", 周六: "Sat", 周日: "Sun", 每天: "Daily", 至: "–", "；": "; ", "、": ", " };

/** All offices, by their place in the order of codes. */
export class Offices {
  constructor(columns, tag) {
    Object.assign(this, columns);
    this.tag = tag;
  }

  at(place) {
    return [this.latitudes[place] / MILLION, this.longitudes[place] / MILLION];
  }

  all() {
    return this.codes.map((_, place) => place);
  }

  townCentres() {
    return centres(this, this.all().filter((place) => this.towns[this.town[place]] !== ""), (place) => this.towns[this.town[place]]);
  }

  /** Of the districts that have towns: the city as a whole is no district. */
  districtCentres() {
    return centres(this, this.all().filter((place) => this.towns[this.town[place]] !== ""), (place) => this.districtNames[this.district[place]]);
  }
}

/** Asks for the data; null: nothing is newer than what has this tag. */
export async function loaded(tag) {
  const answer = await fetch(ADDRESS, { cache: "no-cache" });
  if (!answer.ok) {
    throw new Error("office-map answers " + answer.status);
  }
  const newTag = answer.headers.get("ETag");
  if (tag && tag === newTag) {
    await answer.body?.cancel();
    return null;
  }
  return new Offices(await answer.json(), newTag);
}

/** Places such as 0-12,15. */
export function placesOf(text) {
  return text
    .split(",")
    .filter((range) => range !== "")
    .flatMap((range) => {
      const [first, last] = range.split("-").map(Number);
      return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i);
    });
}

export function marked(data, place) {
  const kind = data.kinds[data.kind[place]];
  return MARKS[kind] ?? { text: [...kind][0] ?? "·", className: "other" };
}

/** An office in words; with the distance when it is known where the visitor is. */
export function described(data, place, here, tagName = "div") {
  const office = element(tagName, "office");
  office.dataset.office = data.codes[place];
  office.append(inChinese("b", "", data.names[place]), " ", ofKind(data.kinds[data.kind[place]]));
  if (here) {
    office.append(" ", element("span", "far number", far(metresBetween(here, data.at(place)))));
  }
  office.append(inChinese("p", "", data.addresses[place]), opening(data.hours[data.open[place]]));
  const phone = office.appendChild(element("p", "number", say("电话 ", "Phone ")));
  const call = phone.appendChild(element("a", "", data.phones[place]));
  call.href = "tel:" + data.phones[place];
  const served = data.served[data.serves[place]].map((department) => data.departments[department]);
  office.append(served.length > 3 ? folded(served) : few(served));
  return office;
}

/** The way it is told: in metres up to a kilometre, then in kilometres. */
export function far(metres) {
  const [round, kilometres] = [Math.max(10, Math.round(metres / 10) * 10), (metres / 1000).toFixed(1)];
  return metres < 950 ? say(`约 ${round} 米`, `about ${round} m`) : say(`约 ${kilometres} 公里`, `about ${kilometres} km`);
}

/** An element with what there is in Chinese only. */
export function inChinese(name, className, text) {
  const made = element(name, className, text);
  if (document.documentElement.lang !== "zh-CN") {
    made.lang = "zh-CN";
  }
  return made;
}

export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function folded(names) {
  const details = element("details");
  details.append(element("summary", "", say(`服务 ${names.length} 个部门`, `Serves ${names.length} departments`)), inChinese("p", "", names.join("、")));
  return details;
}

function few(names) {
  const line = element("p", "", say("服务部门：", "Serves: "));
  line.append(inChinese("span", "", names.join("、")));
  return line;
}

function ofKind(kind) {
  const english = MARKS[kind]?.english;
  return english ? element("span", "tag", say(kind, english)) : inChinese("span", "tag", kind);
}

/** Hours that say more than days and times stay Chinese. */
function opening(hours) {
  const english = hours.replaceAll(/周[一二三四五六日]|每天|至|[；、]/gu, (piece) => HOURS[piece]);
  return /\p{Script=Han}/u.test(english) ? inChinese("p", "number", hours) : element("p", "number", say(hours, english));
}

/** The middle of the offices that have a name in common. */
function centres(data, places, nameOf) {
  const groups = new Map();
  for (const place of places) {
    const [latitude, longitude] = data.at(place);
    const sum = groups.get(nameOf(place)) ?? { latitude: 0, longitude: 0, count: 0 };
    groups.set(nameOf(place), { latitude: sum.latitude + latitude, longitude: sum.longitude + longitude, count: sum.count + 1 });
  }
  return [...groups].map(([name, sum]) => ({ name, at: [sum.latitude / sum.count, sum.longitude / sum.count] }));
}
