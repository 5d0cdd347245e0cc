// The map itself: offices as marks, near ones gathered into one mark with their number, and the names of towns on plain ground.
// All texts are set as text: what a registry says is never taken for markup.

import "/assets/leaflet/leaflet.js";
import { gcj02 } from "./datum.js";
import { say } from "./language.js";
import { described, element, inChinese, marked } from "./office.js";

const L = globalThis.L;

/** In large type marks and names are larger, too. */
const LARGER = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** What one touches is 60 pixels wide in large type. */
const MARK_PIXELS = LARGER > 1 ? 60 : 28;

const CLOSE_PIXELS = 52 * LARGER;
const CLOSE_PIXELS_AT_STREETS = MARK_PIXELS + 2;
const MAY_TOUCH_PIXELS = 4;
const STREETS = 14;
const TOWNS_FROM = 11;
const CLOSEST = 18;
const BEYOND_THE_EDGE = 0.15;

/** Its padding, and the buttons of the map. */
const BESIDE_A_POPUP = 112;

export class Atlas {
  #map;
  #shift;
  #marks = L.layerGroup();
  #labels = L.layerGroup();
  #me = L.layerGroup();
  #data;
  #shown = [];
  #groups = [];
  #drawn = new Map();
  #here = null;

  constructor(container) {
    const set = container.dataset;
    this.#shift = set.datum === "GCJ_02" ? gcj02 : (position) => position;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#map = L.map(container, {
      attributionControl: false,
      zoomControl: false,
      minZoom: 7,
      zoomSnap: set.tiles ? 1 : 0.5,
      maxZoom: set.tiles ? Math.min(CLOSEST, Number(set.maxZoom)) : CLOSEST,
      zoomAnimation: !still,
      fadeAnimation: false,
      markerZoomAnimation: false,
      inertia: !still,
    });
    L.control.zoom({ zoomInTitle: say("放大", "Zoom in"), zoomOutTitle: say("缩小", "Zoom out"), position: "topright" }).addTo(this.#map);
    L.control.scale({ imperial: false }).addTo(this.#map);
    if (set.tiles) {
      L.tileLayer(set.tiles, { subdomains: set.subdomains, maxZoom: Number(set.maxZoom) }).addTo(this.#map);
      const whose = L.control.attribution({ prefix: false }).addTo(this.#map);
      whose.getContainer().textContent = set.attribution;
      whose._update = () => {};
    }
    this.#map.createPane("names").style.zIndex = 450;
    for (const layer of [this.#labels, this.#marks, this.#me]) {
      layer.addTo(this.#map);
    }
    this.#map.on("zoomend", () => this.#gather());
    this.#map.on("moveend", () => this.#draw());
    this.#map.on("popupopen", ({ popup }) => this.#announce(popup));
  }

  /** Shows these offices of the data; moves to where they are unless it should stay. */
  show(data, places, stay = false) {
    this.#data = data;
    this.#shown = places.map((place) => ({ place, at: L.latLng(this.#shift(data.at(place))) }));
    if (!stay || !this.#map._loaded) {
      this.#map.closePopup();
      this.#moveTo(this.#shown.length > 0 ? this.#shown : data.all().map((place) => ({ at: L.latLng(this.#shift(data.at(place))) })));
    }
    this.#gather();
  }

  /** Goes to an office and tells about it. */
  open(place) {
    this.#map.setView(this.#shift(this.#data.at(place)), Math.max(this.#map.getZoom(), STREETS), { animate: false });
    this.#tell(place);
  }

  /** Marks where the visitor is; null: nowhere any more. Shows the nearest offices around, unless they are null. */
  visitor(position, nearest = null) {
    this.#me.clearLayers();
    this.#here = position;
    if (position) {
      const at = L.latLng(this.#shift(position));
      L.marker(at, { icon: L.divIcon({ className: "me", iconSize: [20, 20] }), interactive: false, keyboard: false }).addTo(this.#me);
      if (nearest) {
        this.#moveTo([{ at }, ...nearest.map((place) => ({ at: L.latLng(this.#shift(this.#data.at(place))) }))]);
      }
    }
  }

  #moveTo(points) {
    if (points.length > 0) {
      const bounds = L.latLngBounds(points.map((point) => point.at));
      this.#map.fitBounds(bounds, { padding: [24, 24], maxZoom: 15, animate: false });
    }
  }

  /** Puts offices that would cover each other at this scale into one group. */
  #gather() {
    const zoom = this.#map.getZoom();
    const reach = zoom >= STREETS ? CLOSE_PIXELS_AT_STREETS : CLOSE_PIXELS;
    const grid = new Map();
    const cell = (x, y) => Math.floor(x / reach) + ":" + Math.floor(y / reach);
    const points = this.#shown.map((office) => ({ ...office, pixel: this.#map.project(office.at, zoom), free: true }));
    for (const point of points) {
      const key = cell(point.pixel.x, point.pixel.y);
      grid.set(key, [...(grid.get(key) ?? []), point]);
    }
    this.#groups = [];
    for (const point of points.filter((one) => one.free)) {
      if (point.free) {
        const members = around(point, grid, cell, reach);
        members.forEach((member) => (member.free = false));
        this.#groups.push(members);
      }
    }
    if (zoom < STREETS) {
      this.#groups = apart(this.#groups, (group) => this.#map.project(middleOf(group), zoom));
    }
    this.#marks.clearLayers();
    this.#drawn.clear();
    this.#name(zoom);
    this.#draw();
  }

  /** Draws the groups that can be seen, and takes away those that cannot any more. */
  #draw() {
    const visible = this.#map.getBounds().pad(BEYOND_THE_EDGE);
    for (const group of this.#groups) {
      const centre = middleOf(group);
      const key = group[0].place;
      if (visible.contains(centre) && !this.#drawn.has(key)) {
        this.#drawn.set(key, this.#mark(group, centre).addTo(this.#marks));
      } else if (!visible.contains(centre) && this.#drawn.has(key)) {
        this.#drawn.get(key).remove();
        this.#marks.removeLayer(this.#drawn.get(key));
        this.#drawn.delete(key);
      }
    }
  }

  #mark(group, centre) {
    const single = group.length === 1;
    const button = single ? inChinese("button", "", "") : element("button");
    button.type = "button";
    const look = single ? marked(this.#data, group[0].place) : { text: String(group.length), className: group.length > 99 ? "many hundreds" : "many" };
    button.textContent = look.text;
    button.setAttribute("aria-label", single ? this.#data.names[group[0].place] : say(`${group.length} 个办事机构，放大`, `${group.length} offices: zoom in`));
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      this.#choose(group);
    });
    const size = sizeOf(group);
    const icon = L.divIcon({ html: button, className: "mark " + (single ? "one " : "") + look.className, iconSize: [size, size] });
    return L.marker(centre, { icon, keyboard: false, riseOnHover: true });
  }

  /** One office is told about; several are looked at from nearer, or listed where nearer does not part them. */
  #choose(group) {
    if (group.length === 1) {
      this.#tell(group[0].place);
      return;
    }
    const bounds = L.latLngBounds(group.map((member) => member.at));
    const nearer = this.#map.getBoundsZoom(bounds, false, L.point(48, 48));
    if (this.#map.getZoom() >= this.#map.getMaxZoom() || nearer > this.#map.getMaxZoom()) {
      this.#popup(bounds.getCenter(), this.#together(group));
    } else {
      this.#map.setView(bounds.getCenter(), Math.max(this.#map.getZoom() + 1, nearer));
      this.#map.getContainer().focus({ preventScroll: true });
    }
  }

  #together(group) {
    const list = element("div", "together");
    for (const { place } of group) {
      const button = list.appendChild(inChinese("button", "", this.#data.names[place]));
      button.type = "button";
      button.addEventListener("click", () => this.#tell(place));
    }
    return list;
  }

  #tell(place) {
    this.#popup(this.#shift(this.#data.at(place)), described(this.#data, place, this.#here));
  }

  #popup(at, content) {
    const room = this.#map.getSize().x - BESIDE_A_POPUP;
    L.popup({ maxWidth: Math.min(300 * LARGER, room), minWidth: Math.min(220, room), autoPanPaddingTopLeft: [12, 12], autoPanPaddingBottomRight: [64, 12] }).setLatLng(at).setContent(content).openOn(this.#map);
  }

  /** Moves the focus to what was opened, so that a screen reader reads it, and back to the map when it is closed. */
  #announce(popup) {
    const content = popup.getElement().querySelector(".leaflet-popup-content");
    const close = popup.getElement().querySelector(".leaflet-popup-close-button");
    const back = () => {
      this.#map.closePopup(popup);
      this.#map.getContainer().focus({ preventScroll: true });
    };
    close.setAttribute("aria-label", say("关闭", "Close"));
    close.addEventListener("click", back);
    popup.getElement().addEventListener("keydown", (event) => event.key === "Escape" && back());
    content.tabIndex = -1;
    content.focus({ preventScroll: true });
  }

  /** Writes the names of districts, or from nearer of towns, where they cover neither a mark nor each other. */
  #name(zoom) {
    this.#labels.clearLayers();
    const towns = zoom >= TOWNS_FROM;
    const view = this.#map.getPixelBounds();
    const taken = this.#groups.map((group) => {
      const { x, y } = this.#map.project(middleOf(group), zoom);
      const half = sizeOf(group) / 2 + 2;
      return { left: x - half, right: x + half, top: y - half, bottom: y + half };
    });
    for (const { name, at } of towns ? this.#data.townCentres() : this.#data.districtCentres()) {
      const position = this.#shift(at);
      const free = freePlace(this.#map.project(position, zoom), name.length * (towns ? 13 : 16) * LARGER, 20 * LARGER, taken, view);
      if (free) {
        taken.push(free);
        const icon = L.divIcon({ html: inChinese("span", "", name), className: towns ? "label" : "label big", iconSize: [free.right - free.left, free.bottom - free.top] });
        const middle = this.#map.unproject([(free.left + free.right) / 2, (free.top + free.bottom) / 2], zoom);
        L.marker(middle, { icon, pane: "names", interactive: false, keyboard: false }).addTo(this.#labels);
      }
    }
  }
}

function sizeOf(group) {
  const several = LARGER * (32 + 6 * Math.min(3, Math.floor(Math.log10(group.length) * 2)));
  return group.length === 1 ? MARK_PIXELS : Math.max(MARK_PIXELS, several);
}

function middleOf(group) {
  return L.latLngBounds(group.map((member) => member.at)).getCenter();
}

/** Joins groups whose marks would still cover each other, until none do. */
function apart(groups, pixelOf) {
  const kept = [];
  for (const group of groups) {
    const pixel = pixelOf(group);
    const near = kept.find((other) => other.pixel.distanceTo(pixel) < (sizeOf(other.members) + sizeOf(group)) / 2 - MAY_TOUCH_PIXELS);
    if (near) {
      near.members = near.members.concat(group);
      near.pixel = pixelOf(near.members);
    } else {
      kept.push({ members: group, pixel });
    }
  }
  const joined = kept.map((group) => group.members);
  return joined.length < groups.length ? apart(joined, pixelOf) : joined;
}

/** The nearest place for a name around a point, of those not taken and where it would not be cut off; null where there is none. */
function freePlace({ x, y }, width, height, taken, view) {
  const inSight = view.contains([x, y]);
  for (const reach of [0, 16, 26, 38]) {
    for (const [dx, dy] of [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]]) {
      const left = x - width / 2 + (reach && dx * (width / 2 + reach));
      const top = y - height / 2 + (reach && dy * (height / 2 + reach));
      const place = { left, right: left + width, top, bottom: top + height };
      const isWhole = left >= view.min.x && place.right <= view.max.x && top >= view.min.y && place.bottom <= view.max.y;
      if ((isWhole || !inSight) && !taken.some((other) => other.left < place.right && place.left < other.right && other.top < place.bottom && place.top < other.bottom)) {
        return place;
      }
    }
  }
  return null;
}

function around(point, grid, cell, reach) {
  const members = [];
  for (const dx of [-reach, 0, reach]) {
    for (const dy of [-reach, 0, reach]) {
      for (const other of grid.get(cell(point.pixel.x + dx, point.pixel.y + dy)) ?? []) {
        if (other.free && other.pixel.distanceTo(point.pixel) < reach) {
          members.push(other);
        }
      }
    }
  }
  return members.sort((one, other) => one.place - other.place);
}
