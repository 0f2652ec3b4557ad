// node Site/Tests/figures.mjs digests.jsonl: whether the page's module draws what the programs
// draw, pixel for pixel, and reads what they read, to the bit, and how long it takes. What they
// draw and read comes from LIVE_DIGESTS=digests.jsonl swift test --filter LiveTests
import { existsSync, readFileSync } from "node:fs";
import { digest, load } from "./module.mjs";

const parts = ".build/site-parts";
const { exports, answer } = await load(`${parts}/live.wasm`);
const figures = answer(exports.describe()).text;
let faults = 0;
function check(holds, fault) {
  if (holds) return;
  faults += 1;
  console.error(fault);
}

const listed = readFileSync(`${parts}/live.txt`, "utf8").trim().split("\n");
check(
  JSON.stringify(listed) === JSON.stringify(figures.map((figure) => figure.picture)),
  `live.txt lists ${listed}`);

const lines = readFileSync(process.argv[2], "utf8").trim().split("\n").map(JSON.parse);
const drawings = lines.filter((line) => line.drawing !== undefined);
const settings = lines.filter((line) => line.drawing === undefined);
check(drawings.length === 10, `${drawings.length} drawings`);
check(settings.length === figures.length + 200, `${settings.length} settings`);
for (const line of settings) {
  const { figure, set, room, pointer } = line;
  exports.reset(figure);
  set.forEach((index, control) => exports.set(figure, control, index));
  if (pointer.length > 0) {
    exports.draw(figure, room);
    exports.point(figure, pointer[0], pointer[1], 1);
    exports.point(figure, pointer[2], pointer[3], 0);
  }
  const { width, height, pixels, text } = answer(exports.draw(figure, room));
  const name = `${figures[figure].picture} set to ${set}, ${room} wide, pointer ${pointer}`;
  check(`${width} ${height}` === line.size.join(" "), `${name}: ${width} x ${height}`);
  check(digest(pixels) === line.digest, `${name}: other pixels`);
  check(JSON.stringify(text) === JSON.stringify(line.state), `${name}: other texts`);
}

const weights = [`${parts}/document.safetensors`, "Output/5-MLP/further/weights.safetensors"];
const hand = (bytes) => {
  const room = exports.room(bytes.length);
  new Uint8Array(exports.memory.buffer, room, bytes.length).set(bytes);
};
weights.filter(existsSync).forEach((file, index) => {
  hand(readFileSync(file));
  check(exports.addNetwork(index) === 1, `${file} is no network`);
});
const readings = drawings.map(({ drawing, size, pixels, bits }) => {
  hand(Buffer.from(pixels, "base64"));
  const { text } = answer(exports.readPicture(...size));
  check(JSON.stringify(text.bits) === JSON.stringify(bits), `${drawing}: other outputs`);
  return `${drawing.replace(".png", "")} as ${text.readings.join(" and ")}`;
});
console.log(`the drawings are read: ${readings.join(", ")}`);

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
for (const [figure, { picture, controls }] of figures.entries()) {
  exports.reset(figure);
  const times = controls.map(({ index, count }) => {
    const times = [];
    for (let i = 0; i < 21; i += 1) {
      exports.set(figure, index, Math.floor((count - 1) * i / 20));
      const start = performance.now();
      exports.draw(figure, 1000);
      times.push(performance.now() - start);
    }
    exports.reset(figure);
    return median(times).toFixed(1);
  });
  console.log(`${picture}: ${times.join(", ")} ms for ${controls.map((c) => c.name)}`);
}
const strokes = [];
for (let i = 0; i < 21; i += 1) {
  exports.pen(80 + 6 * i, 60 + 8 * i, i === 0 ? 1 : 0);
  const start = performance.now();
  exports.sheet();
  exports.read(500);
  strokes.push(performance.now() - start);
}
console.log(`a stroke: ${median(strokes).toFixed(1)} ms`);
console.log(`${settings.length} figures and ${drawings.length} drawings, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
