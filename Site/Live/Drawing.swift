// What the page calls where one draws a digit.

import Digits
import Files
import Live
import MLP
import Plotting
import Safetensors
import Tensors

/// The sheet, and who reads it.
private struct Sheet {
  /// How many pixels the sheet is wide and high, and how many a reader's picture of it: as
  /// many are enough for a digit of 28, and its preparation takes a quarter of the time.
  static let side = 280
  static let readSide = 140

  var networks: [(name: String, network: AskedNetwork)] = []
  /// The places of each stroke, in pixels.
  var strokes: [[(x: Double, y: Double)]] = []

  /// The sheet as a picture, whatever its size.
  func picture(side: Int) -> Image {
    let scale = Double(side) / Double(Self.side)
    return Image(
      width: side, height: side,
      strokes: strokes.map { $0.map { (scale * $0.x, scale * $0.y) } },
      penWidth: 20 * scale)
  }

  /// What is read in a picture, as the page is told.
  func read(_ picture: Image) -> (drawn: DrawnDigit, text: String) {
    let drawn = DrawnDigit(picture, networks.map { $0.network })
    let bits = drawn.outputs.map { out in
      "[" + out.scalars.map { "\($0.bitPattern)" }.joined(separator: ",") + "]"
    }
    let text = """
      {"fault":\(drawn.fault.json),"readings":[\(drawn.readings.map { $0.json }.joined(separator: ","))],\
      "bits":[\(bits.joined(separator: ","))]}
      """
    return (drawn, text)
  }
}

nonisolated(unsafe) private var sheet = Sheet()

/// Where the page puts bytes that it hands over.
nonisolated(unsafe) private var room = UnsafeMutableBufferPointer<UInt8>.allocate(
  capacity: 0)

/// The address of room for so many bytes.
@_expose(wasm, "room") @_cdecl("room")
public func makeRoom(count: Int32) -> UnsafeMutablePointer<UInt8> {
  room.deallocate()
  room = .allocate(capacity: Int(count))
  return room.baseAddress!
}

/// Adds the network whose file of weights is in the room: 0 is the document's, 1 the better
/// one. 1 where the file holds a network.
@_expose(wasm, "addNetwork") @_cdecl("addNetwork")
public func addNetwork(index: Int32) -> Int32 {
  let name = ["the document’s network", "the better network"][Int(index)]
  do throws(FileError) {
    let file = try Safetensors(bytes: Array(room), name: name)
    sheet.networks.append((name, try AskedNetwork(file)))
    return 1
  } catch {
    return 0
  }
}

/// A pen at a place of the sheet, in pixels: set down or, with 0, moved.
@_expose(wasm, "pen") @_cdecl("pen")
public func pen(x: Double, y: Double, isDown: Int32) {
  if isDown != 0 { sheet.strokes.append([]) }
  if !sheet.strokes.isEmpty { sheet.strokes[sheet.strokes.count - 1].append((x, y)) }
}

/// Takes the last stroke back.
@_expose(wasm, "undo") @_cdecl("undo")
public func undo() { _ = sheet.strokes.popLast() }

/// Takes all strokes back.
@_expose(wasm, "clear") @_cdecl("clear")
public func clear() { sheet.strokes = [] }

/// The sheet, of as many strokes as the text says.
@_expose(wasm, "sheet") @_cdecl("sheet")
public func drawSheet() -> UnsafePointer<Int32> {
  give(sheet.picture(side: Sheet.side), "\(sheet.strokes.count)")
}

/// What is read on the sheet, as a figure, which the page has so much room for, and a text.
@_expose(wasm, "read") @_cdecl("read")
public func read(room: Double) -> UnsafePointer<Int32> {
  let (drawn, text) = sheet.read(sheet.picture(side: Sheet.readSide))
  let names = sheet.networks.map { $0.name }
  return give(drawn.figure(names: names, width: max(room, 200)).rendered(), text)
}

/// What is read in the picture whose bytes are in the room.
@_expose(wasm, "readPicture") @_cdecl("readPicture")
public func readPicture(width: Int32, height: Int32, channels: Int32) -> UnsafePointer<
  Int32
> {
  let picture = Image(
    width: Int(width), height: Int(height),
    channels: Image.Channels(rawValue: Int(channels))!, pixels: Array(room))
  return give(nil, sheet.read(picture).text)
}
