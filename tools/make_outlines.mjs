// Writes seeds/outlines.json: for each view of seeds/places.yml the land as one SVG path.
//
//     .venv/bin/python tools/node.py node tools/make_outlines.mjs
//
// The land is Natural Earth's (public domain), from the npm package world-atlas. No boundaries of
// states are drawn: several here are disputed, and the maps need none. x and y in a view:
// x = (lon - west) * cos(middle latitude) * scale, y = (north - lat) * scale; the same formula
// stands in src/bookwork/model/place.py.
import { readFileSync, writeFileSync } from "node:fs";
import { geoPath, geoProjection } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const ROOT = new URL("../", import.meta.url);
const PIXEL = 2.5; // what is smaller than this, in the view's units squared, is smoothed away
const RADIANS = Math.PI / 180;

/** Read the views' bounds: flow maps of numbers, a line each, below `views:`. */
function views() {
  const text = readFileSync(new URL("seeds/places.yml", ROOT), "utf8");
  const block = text.split(/^views:$/m)[1].split(/^\S/m)[0];
  const found = {};
  for (const [, name, numbers] of block.matchAll(/^  ([a-z-]+): \{(.*?)(?:, title:.*)?\}$/gm)) {
    found[name] = Object.fromEntries(
      numbers.split(", ").map((each) => each.split(": ")).map(([key, value]) => [key, Number(value)]));
  }
  return found;
}

function outline({ west, east, south, north, width }) {
  const detail = east - west > 90 ? "110m" : "50m";
  const world = JSON.parse(readFileSync(
    new URL(`node_modules/world-atlas/land-${detail}.json`, ROOT), "utf8"));
  const stretch = Math.cos(RADIANS * (south + north) / 2);
  const scale = width / ((east - west) * stretch);
  const smooth = simplify(presimplify(world), PIXEL / scale ** 2);
  const projection = geoProjection((lon, lat) => [lon * stretch, lat])
    .rotate([-(west + east) / 2, 0])
    .scale(scale / RADIANS)
    .translate([width / 2, 0])
    .precision(0);
  projection.translate([width / 2, north * scale]);
  projection.clipExtent([[0, 0], [width, (north - south) * scale]]);
  return relative(geoPath(projection).digits(1)(feature(smooth, smooth.objects.land)));
}

/** Return a path with each step as a difference, in whole units: it is sent with every map. */
function relative(path) {
  return path.split("Z").filter(Boolean).map((ring) => {
    const points = ring.slice(1).split("L").map((pair) => pair.split(",").map(Math.round));
    let [x, y] = points[0];
    const steps = [];
    for (const [nextX, nextY] of points.slice(1)) {
      if (nextX === x && nextY === y) continue;
      steps.push(`${nextX - x} ${nextY - y}`);
      [x, y] = [nextX, nextY];
    }
    return steps.length > 2 ? `M${points[0].join(" ")}l${steps.join(" ").replaceAll(" -", "-")}z` : "";
  }).join("");
}

const made = Object.fromEntries(
  Object.entries(views()).map(([name, view]) => [name, { ...view, land: outline(view) }]));
writeFileSync(new URL("seeds/outlines.json", ROOT), `${JSON.stringify(made, null, 1)}\n`);
for (const [name, view] of Object.entries(made)) console.log(`${name}: ${view.land.length} characters`);
