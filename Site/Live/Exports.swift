// What the page calls: numbers in, numbers and addresses out. Site/live.js knows no more of
// the figures than this.

import CHundred
import FromTensorSlices
import GradientDescent
import LinearRegression
import Live
import LossFunctions
import Plotting
import Tensors

/// All that the page shows. It has one thread, and so has the module.
nonisolated(unsafe) private let page = LivePage([
  liveLines(), liveDescent(), liveRegression(),
  liveDigits(
    Tensor(shape: [100, 28, 28], scalars: bytes(hundred_images(), 100 * 28 * 28)),
    Tensor(shape: [100], scalars: bytes(hundred_labels(), 100))),
])

private func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// What the last call gave: the page reads it before it calls again.
nonisolated(unsafe) private var pixels = UnsafeMutableBufferPointer<UInt8>.allocate(
  capacity: 0)
nonisolated(unsafe) private var text: [UInt8] = []
/// Where they are: a picture's width, height and address, a text's address and size.
nonisolated(unsafe) private let answer = UnsafeMutablePointer<Int32>.allocate(
  capacity: 5)

func give(_ image: Image?, _ string: String) -> UnsafePointer<Int32> {
  func address(_ pointer: UnsafePointer<UInt8>?) -> Int32 {
    Int32(truncatingIfNeeded: Int(bitPattern: pointer))
  }
  if let image { convert(image) }
  text = Array(string.utf8)
  answer[0] = Int32(image?.width ?? 0)
  answer[1] = Int32(image?.height ?? 0)
  answer[2] = address(pixels.baseAddress)
  // An array of its own memory, which nobody changes, stays where it is.
  answer[3] = text.withUnsafeBufferPointer { address($0.baseAddress) }
  answer[4] = Int32(text.count)
  return UnsafePointer(answer)
}

/// Lays an image of gray, or of red, green and blue, out as a browser's canvas has it.
private func convert(_ image: Image) {
  let count = 4 * image.width * image.height
  if pixels.count != count {
    pixels.deallocate()
    pixels = .allocate(capacity: count)
    pixels.initialize(repeating: 255)
  }
  image.pixels.withUnsafeBufferPointer { source in
    let (from, to) = (source.baseAddress!, pixels.baseAddress!)
    if image.channels == .gray {
      for i in 0..<count { to[i] = i & 3 == 3 ? 255 : from[i >> 2] }
      return
    }
    for i in 0..<count / 4 {
      to[4 &* i] = from[3 &* i]
      to[4 &* i &+ 1] = from[3 &* i &+ 1]
      to[4 &* i &+ 2] = from[3 &* i &+ 2]
    }
  }
}

/// The figures, as `LivePage.description` tells them.
@_expose(wasm, "describe") @_cdecl("describe")
public func describe() -> UnsafePointer<Int32> { give(nil, page.description) }

/// A figure's picture, which the page has so much room for, and what `LivePage.state` tells
/// of it.
@_expose(wasm, "draw") @_cdecl("draw")
public func draw(figure: Int32, room: Double) -> UnsafePointer<Int32> {
  let (image, texts) = page.draw(Int(figure), room: room)
  return give(image, page.state(ofFigure: Int(figure), texts: texts))
}

/// Sets a control of a figure's chapter to the value at an index.
@_expose(wasm, "set") @_cdecl("set")
public func set(figure: Int32, control: Int32, index: Int32) {
  page.set(control: Int(control), ofFigure: Int(figure), to: Int(index))
}

/// Presses a button, for the first time or again; 1 where it goes on playing.
@_expose(wasm, "press") @_cdecl("press")
public func press(figure: Int32, button: Int32, isFirst: Int32) -> Int32 {
  page.press(button: Int(button), ofFigure: Int(figure), isFirst: isFirst != 0) ? 1 : 0
}

/// Brings the figures of a figure's chapter back to what the chapter draws.
@_expose(wasm, "reset") @_cdecl("reset")
public func reset(figure: Int32) { page.reset(figure: Int(figure)) }

/// A pointer at a place of a figure's picture, in pixels: pressed or, with 0, moved.
@_expose(wasm, "point") @_cdecl("point")
public func point(figure: Int32, column: Double, row: Double, isPressed: Int32) {
  page.point(figure: Int(figure), column: column, row: row, isPressed: isPressed != 0)
}
