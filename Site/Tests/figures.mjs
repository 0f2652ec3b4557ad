// node Site/Tests/figures.mjs digests.jsonl: whether the page's module draws what the programs
// draw, pixel for pixel, and how long it takes. The digests come from
// LIVE_DIGESTS=digests.jsonl swift test --filter LiveTests
import { readFileSync } from "node:fs";
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
check(lines.length === figures.length + 200, `${lines.length} digests`);
for (const line of lines) {
  const { figure, set, pointer } = line;
  exports.reset(figure);
  set.forEach((index, control) => exports.set(figure, control, index));
  if (pointer.length > 0) {
    exports.draw(figure);
    exports.point(figure, pointer[0], pointer[1], 1);
    exports.point(figure, pointer[2], pointer[3], 0);
  }
  const { width, height, pixels, text } = answer(exports.draw(figure));
  const name = `${figures[figure].picture} set to ${set}, pointer ${pointer}`;
  check(`${width} ${height}` === line.size.join(" "), `${name}: ${width} x ${height}`);
  check(digest(pixels) === line.digest, `${name}: other pixels`);
  check(JSON.stringify(text) === JSON.stringify(line.state), `${name}: other texts`);
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
for (const [figure, { picture, controls }] of figures.entries()) {
  exports.reset(figure);
  const times = controls.map(({ index, count }) => {
    const times = [];
    for (let i = 0; i < 21; i += 1) {
      exports.set(figure, index, Math.floor((count - 1) * i / 20));
      const start = performance.now();
      exports.draw(figure);
      times.push(performance.now() - start);
    }
    exports.reset(figure);
    return median(times).toFixed(1);
  });
  console.log(`${picture}: ${times.join(", ")} ms for ${controls.map((c) => c.name)}`);
}
console.log(`${lines.length} figures compared, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
