import CLibPNG
import Files

// The boundary to libpng's simplified interface, which needs no setjmp.

extension Image {
  /// The most pixels that an image may have to be read: a telephone's photograph has 48
  /// million.
  public static let pixelLimit = 50_000_000

  /// Reads a PNG image: as gray, as RGB or, where it has opacity, as RGBA. All kinds are
  /// read but the rare interlaced ones of 16 bits a channel.
  ///
  /// Samples of 16 bits are rounded to 8, palettes are looked up, and a gamma that the
  /// file names is brought to 1/2.2, which stands for sRGB. An image whose Exif data say
  /// that it was stored lying is turned upright.
  public init(contentsOf path: String) throws(FileError) {
    self = try Image(png: try readWhole(path, limit: 8 * Self.pixelLimit), name: path)
  }

  /// Writes the image as PNG, beside its place first and then renamed into it, so that
  /// there never is half a file.
  public func write(to path: String) throws(FileError) {
    try writeWhole(png, to: path)
  }

  /// Decodes a PNG image; errors name it `name`.
  package init(png bytes: [UInt8], name: String) throws(FileError) {
    if bytes.isEmpty { throw damage("it is empty", in: name) }
    if !bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), let kind = fileKind(of: bytes) {
      throw FileError(name, expected: "a PNG image", found: kind)
    }
    // libpng keeps the addresses of both until the image is finished.
    let header = UnsafeMutablePointer<png_image>.allocate(capacity: 1)
    header.initialize(to: png_image())
    header.pointee.version = UInt32(PNG_IMAGE_VERSION)
    defer {
      png_image_free(header)
      header.deallocate()
    }
    let stored = try bytes.withUnsafeBufferPointer { bytes throws(FileError) in
      guard
        png_image_begin_read_from_memory(header, bytes.baseAddress, bytes.count) != 0
      else { throw damage(header.pointee.text, in: name) }
      let (width, height) = (Int(header.pointee.width), Int(header.pointee.height))
      guard width * height <= Self.pixelLimit else {
        throw FileError(
          name, expected: "at most \(Self.pixelLimit) pixels",
          found: "\(width) × \(height)")
      }
      // The simplified interface of libpng 1.6 mixes up the passes of these. The header
      // is sound here: depth and interlacing have fixed places in it.
      if bytes[24] == 16, bytes[28] != 0 {
        throw FileError(
          name, expected: "8 bits or no interlacing", found: "16 bits interlaced")
      }
      try requirePixels(in: bytes, width: width, height: height, name: name)
      let channels = Channels(of: header.pointee.format)
      header.pointee.format = channels.pngFormat
      header.pointee.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      var pixels = [UInt8](repeating: 0, count: width * height * channels.rawValue)
      guard png_image_finish_read(header, nil, &pixels, 0, nil) != 0 else {
        throw damage(header.pointee.text, in: name)
      }
      return Image(width: width, height: height, channels: channels, pixels: pixels)
    }
    self = stored.upright(png: bytes)
  }

  /// The bytes of the image as a PNG file.
  public var png: [UInt8] {
    var header = png_image()
    header.version = UInt32(PNG_IMAGE_VERSION)
    header.width = UInt32(width)
    header.height = UInt32(height)
    header.format = channels.pngFormat
    // Drawings are flat: filters and a slower search make them hardly smaller.
    header.flags = UInt32(PNG_IMAGE_FLAG_FAST)
    defer { png_image_free(&header) }

    // What cannot be compressed grows by far less than a hundredth.
    let most = pixels.count + pixels.count / 100 + height + 4096
    return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = buffer.count
      guard
        png_image_write_to_memory(
          &header, buffer.baseAddress, &count, 0, pixels, 0, nil) != 0
      else { fatalError("libpng: \(header.text)") }
    }
  }
}

private func damage(_ reason: String, in file: String) -> FileError {
  FileError(file, expected: "a PNG image", found: "damage: \(reason)")
}

/// Makes sure that a file, whose header is sound, reaches its end and has as much
/// compressed data as so many pixels take at the very least, before there is memory
/// for them.
///
/// A file is a signature of 8 bytes and chunks: the size of what each of them holds,
/// its type in four letters, what it holds, and a checksum.
private func requirePixels(
  in file: UnsafeBufferPointer<UInt8>, width: Int, height: Int, name: String
) throws(FileError) {
  var (position, dataSize, type) = (8, 0, "")
  while type != "IEND", position <= file.count - 12 {
    let size = file[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    type = String(decoding: file[position + 4..<position + 8], as: UTF8.self)
    if type == "IDAT" { dataSize += size }
    position += 12 + size
  }
  guard type == "IEND", position <= file.count else {
    throw damage("its end is missing", in: name)
  }
  // Places in the header: the bits of a sample, and what a pixel's samples are.
  let samples = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][file[25]] ?? 1
  let size = width * height * samples * Int(file[24]) / 8
  // Deflate codes 258 bytes in 2 bits where it shrinks most.
  guard size / 1032 <= dataSize else {
    throw damage("\(dataSize) bytes of data for \(width) × \(height) pixels", in: name)
  }
}

extension Image.Channels {
  fileprivate init(of format: UInt32) {
    if format & UInt32(PNG_FORMAT_FLAG_ALPHA) != 0 {
      self = .rgba
    } else {
      self = format & UInt32(PNG_FORMAT_FLAG_COLOR) != 0 ? .rgb : .gray
    }
  }

  fileprivate var pngFormat: UInt32 {
    switch self {
    case .gray: 0
    case .rgb: UInt32(PNG_FORMAT_FLAG_COLOR)
    case .rgba: UInt32(PNG_FORMAT_FLAG_COLOR) | UInt32(PNG_FORMAT_FLAG_ALPHA)
    }
  }
}

extension png_image {
  /// What libpng says about an error.
  fileprivate var text: String {
    withUnsafeBytes(of: message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
