// From WGS 84, in which the registry and satellites give positions, to GCJ-02, in which China's public maps are drawn. The formula
// is not official: it is the published approximation that map programs share, true to about a metre.

const EARTH_RADIUS_METRES = 6378137;
const ECCENTRICITY_SQUARED = 0.00669342162296594323;

/** Beyond this rectangle the two are the same. */
const CHINA = { south: 0.8293, north: 55.8271, west: 72.004, east: 137.8347 };

const MEAN_EARTH_RADIUS_METRES = 6371008.8;

/** @param {[number, number]} position latitude and longitude in degrees, WGS 84; the answer is in GCJ-02. */
export function gcj02([latitude, longitude]) {
  if (latitude < CHINA.south || latitude > CHINA.north || longitude < CHINA.west || longitude > CHINA.east) {
    return [latitude, longitude];
  }
  const [north, east] = metresOff(longitude - 105, latitude - 35);
  const angle = radians(latitude);
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(angle) ** 2;
  const meridian = (EARTH_RADIUS_METRES * (1 - ECCENTRICITY_SQUARED)) / flattening ** 1.5;
  const parallel = (EARTH_RADIUS_METRES / Math.sqrt(flattening)) * Math.cos(angle);
  return [latitude + degrees(north / meridian), longitude + degrees(east / parallel)];
}

/** How far north and east the map is off, at x degrees east of 105 E and y north of 35 N. */
function metresOff(x, y) {
  const root = Math.sqrt(Math.abs(x));
  const fine = 20 * wave(x, 6) + 20 * wave(x, 2);
  const north = fine + 20 * wave(y, 1) + 40 * wave(y, 1 / 3) + 160 * wave(y, 1 / 12) + 320 * wave(y, 1 / 30);
  const east = fine + 20 * wave(x, 1) + 40 * wave(x, 1 / 3) + 150 * wave(x, 1 / 12) + 300 * wave(x, 1 / 30);
  return [
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + (north * 2) / 3,
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + (east * 2) / 3,
  ];
}

function wave(value, times) {
  return Math.sin(value * times * Math.PI);
}

/** Metres between two positions in WGS 84 as the crow flies: the haversine formula, as the service has it. */
export function metresBetween([latitude, longitude], [otherLatitude, otherLongitude]) {
  const north = Math.sin(radians(otherLatitude - latitude) / 2);
  const east = Math.sin(radians(otherLongitude - longitude) / 2);
  const haversine = north * north + Math.cos(radians(latitude)) * Math.cos(radians(otherLatitude)) * east * east;
  return 2 * MEAN_EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

function radians(angle) {
  return (angle * Math.PI) / 180;
}

function degrees(angle) {
  return (angle * 180) / Math.PI;
}
