// What the map's data say of the offices, and how an office is told about. Names are set as text, never as markup.

import { metresBetween } from "./datum.js";

const ADDRESS = "/api/v1/office-map";
const MILLION = 1e6;

/** One character on a mark, and its look. */
const MARKS = {
  市政务服务中心: { text: "市", className: "city" },
  区政务服务中心: { text: "区", className: "city" },
  镇街便民服务中心: { text: "镇", className: "town" },
  村居便民服务站: { text: "村", className: "village" },
  部门专厅: { text: "厅", className: "hall" },
  自助服务点: { text: "自", className: "kiosk" },
};

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
  office.append(element("b", "", data.names[place]), " ", element("span", "tag", data.kinds[data.kind[place]]));
  if (here) {
    office.append(" ", element("span", "far number", far(metresBetween(here, data.at(place)))));
  }
  office.append(element("p", "", data.addresses[place]), element("p", "number", data.hours[data.open[place]]));
  const phone = office.appendChild(element("p", "number", "电话 "));
  const call = phone.appendChild(element("a", "", data.phones[place]));
  call.href = "tel:" + data.phones[place];
  const served = data.served[data.serves[place]].map((department) => data.departments[department]);
  office.append(served.length > 3 ? folded(served) : element("p", "", "服务部门：" + served.join("、")));
  return office;
}

/** The way it is told: in metres up to a kilometre, then in kilometres. */
export function far(metres) {
  return metres < 950 ? `约 ${Math.max(10, Math.round(metres / 10) * 10)} 米` : `约 ${(metres / 1000).toFixed(1)} 公里`;
}

export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function folded(names) {
  const details = element("details");
  details.append(element("summary", "", `服务 ${names.length} 个部门`), element("p", "", names.join("、")));
  return details;
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
