// The page's module in node, called as Site/live.js calls it.
import { readFileSync } from "node:fs";

export async function load(path) {
  const module = await WebAssembly.compile(readFileSync(path));
  const system = {};
  for (const { module: name, name: member } of WebAssembly.Module.imports(module)) {
    (system[name] ??= {})[member] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, system);
  const answer = (address) => {
    const [width, height, pixels, text, size] = new Int32Array(
      exports.memory.buffer, address, 5);
    const bytes = (start, count) => new Uint8Array(exports.memory.buffer, start, count);
    return {
      width, height, pixels: bytes(pixels, 4 * width * height),
      text: JSON.parse(new TextDecoder().decode(bytes(text, size))),
    };
  };
  return { exports, answer };
}

/// FNV-1a, as Sources/Files/Digest.swift has it, of red, green and blue: 64 bits in two halves.
export function digest(pixels) {
  let high = 0xCBF29CE4, low = 0x84222325;
  for (let i = 0; i < pixels.length; i += 1) {
    if (i % 4 === 3) continue;
    low = (low ^ pixels[i]) >>> 0;
    // Times 2⁴⁰ + 435.
    const product = low * 435;
    high = (high * 435 + Math.floor(product / 2 ** 32) + low * 256) % 2 ** 32;
    low = product % 2 ** 32;
  }
  return (high >>> 0).toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}
