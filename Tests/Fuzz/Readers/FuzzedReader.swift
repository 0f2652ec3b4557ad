import Digits
import Plotting
import Safetensors
import Tensors

/// The readers of files from outside, as the fuzzer and the replay of its corpus call
/// them.
public enum Reader: String, CaseIterable, Sendable {
  case idx, gzip, png, safetensors

  /// Reads the bytes and says whether the reader took them for a file of its kind.
  ///
  /// Ends the program where the reader breaks its promise: an error has one line, of
  /// bounded length, that names the file; what is read is sound in itself.
  public func accepts(_ bytes: [UInt8]) -> Bool {
    do {
      switch self {
      case .idx: try readIDX(bytes)
      case .gzip: try readNumbers(UInt8.self, bytes)
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

  /// Reads numbers of the type that the file claims to hold.
  private func readIDX(_ bytes: [UInt8]) throws {
    switch bytes.dropFirst(2).first {
    case 0x09: try readNumbers(Int8.self, bytes)
    case 0x0B: try readNumbers(Int16.self, bytes)
    case 0x0C: try readNumbers(Int32.self, bytes)
    case 0x0D: try readNumbers(Float.self, bytes)
    case 0x0E: try readNumbers(Double.self, bytes)
    default: try readNumbers(UInt8.self, bytes)
    }
  }

  private func readNumbers<Scalar: IDXElement>(
    _: Scalar.Type, _ bytes: [UInt8]
  ) throws {
    let tensor = try Tensor<Scalar>(idx: bytes, name: name)
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
    let again = try Image(png: image.png(name: name), name: name)
    require(again.pixels == image.pixels, "other pixels")
  }

  private func readSafetensors(_ bytes: [UInt8]) throws {
    let file = try Safetensors(bytes: bytes, name: name)
    let written = file.bytes
    let again = try Safetensors(bytes: written, name: name)
    require(again.bytes == written, "other bytes")
    for tensor in file.names {
      // Each of them is of one of these types, or of one that is not read here.
      _ = try? file.tensor(tensor, as: UInt8.self)
      _ = try? file.tensor(tensor, as: Int32.self)
      _ = try? file.tensor(tensor, as: Float.self)
      _ = try? file.tensor(tensor, as: Double.self)
    }
  }
}

private func require(_ promise: Bool, _ found: String) {
  if !promise { fatalError("a promise is broken: \(found)") }
}
