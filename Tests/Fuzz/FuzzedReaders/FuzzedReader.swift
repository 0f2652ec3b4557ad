import Digits
import Plotting
import Safetensors
import Tensors

/// The readers of files from outside, as the fuzzer and the replay of its corpus call
/// them.
package enum FuzzedReader: String, CaseIterable, Sendable {
  case idx, gzip, png, safetensors

  /// Reads the bytes and says whether the reader took them for a file of its kind.
  ///
  /// Ends the program where the reader breaks its promise: an error has one line, of
  /// bounded length, that names the file; what is read is sound in itself.
  package func accepts(_ bytes: [UInt8]) -> Bool {
    do {
      switch self {
      case .idx, .gzip: try readNumbers(bytes)
      case .png: try readPNG(bytes)
      case .safetensors: try readSafetensors(bytes)
      }
      return true
    } catch {
      let line = "\(error)"
      require(line.hasPrefix("\(name): expected "), line)
      require(line.unicodeScalars.allSatisfy { $0.value >= 0x20 }, line)
      require(line.utf8.count <= 1000, line)
      return false
    }
  }

  private var name: String { "fuzz.\(rawValue)" }

  private func readNumbers(_ bytes: [UInt8]) throws {
    let tensor = try Tensor<UInt8>(idx: bytes, name: name)
    let product = tensor.shape.dimensions.reduce(1, *)
    require(tensor.scalars.count == product, "\(tensor.shape)")
    require(tensor.description.isEmpty == false, "\(tensor.shape)")
  }

  /// What is read is the same when it is written and read again.
  private func readPNG(_ bytes: [UInt8]) throws {
    let image = try Image(png: bytes, name: name)
    require(image.width * image.height <= Image.pixelLimit, "too many pixels")
    // A large one has taken its time already.
    guard image.pixels.count <= 1 << 20 else { return }
    let again = try Image(png: image.png, name: name)
    require(again.pixels == image.pixels, "other pixels")
  }

  private func readSafetensors(_ bytes: [UInt8]) throws {
    let file = try Safetensors(bytes: bytes, name: name)
    let written = file.bytes
    let again = try Safetensors(bytes: written, name: name)
    require(again.bytes == written, "other bytes")
    for tensor in file.names {
      // Each of them is of numbers that are read here, or of others.
      _ = try? file.tensor(tensor)
    }
  }
}

private func require(_ promise: Bool, _ found: String) {
  if !promise { fatalError("a promise is broken: \(found)") }
}
