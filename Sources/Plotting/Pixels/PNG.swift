import CLibPNG

// The boundary to libpng's simplified interface, which needs no setjmp.

extension Image {
  /// The most pixels that an image may have to be read: 4096 × 4096.
  public static let pixelLimit = 1 << 24

  /// Reads a PNG image: as gray, as RGB or, where it has opacity, as RGBA. All kinds are
  /// read but the rare interlaced ones of 16 bits a channel.
  ///
  /// Samples of 16 bits are rounded to 8, palettes are looked up, and a gamma that the
  /// file names is brought to 1/2.2, which stands for sRGB.
  public init(contentsOf path: String) throws(PNGError) {
    self = try Image(png: readBytes(of: path, limit: 8 * Self.pixelLimit), name: path)
  }

  /// Writes the image as PNG, beside its place first and then renamed into it, so that
  /// there never is half a file.
  public func write(to path: String) throws(PNGError) {
    try writeBytes(png(name: path), to: path)
  }

  /// Decodes a PNG image; errors name it `name`.
  init(png bytes: [UInt8], name: String) throws(PNGError) {
    // libpng keeps the addresses of both until the image is finished.
    let header = UnsafeMutablePointer<png_image>.allocate(capacity: 1)
    header.initialize(to: png_image())
    header.pointee.version = UInt32(PNG_IMAGE_VERSION)
    defer {
      png_image_free(header)
      header.deallocate()
    }
    let result = bytes.withUnsafeBytes { bytes -> Result<Image, PNGError> in
      guard
        png_image_begin_read_from_memory(header, bytes.baseAddress, bytes.count) != 0
      else {
        return .failure(.damaged(file: name, reason: header.pointee.text))
      }
      let (width, height) = (Int(header.pointee.width), Int(header.pointee.height))
      guard width * height <= Self.pixelLimit else {
        return .failure(
          .tooManyPixels(
            file: name, width: width, height: height, limit: Self.pixelLimit))
      }
      // The simplified interface of libpng 1.6 mixes up the passes of these. The header
      // is sound here: depth and interlacing have fixed places in it.
      if bytes[24] == 16, bytes[28] != 0 {
        return .failure(.interlaced16Bit(file: name))
      }
      let channels = Channels(of: header.pointee.format)
      header.pointee.format = channels.pngFormat
      header.pointee.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      var pixels = [UInt8](repeating: 0, count: width * height * channels.rawValue)
      guard png_image_finish_read(header, nil, &pixels, 0, nil) != 0 else {
        return .failure(.damaged(file: name, reason: header.pointee.text))
      }
      return .success(
        Image(width: width, height: height, channels: channels, pixels: pixels))
    }
    self = try result.get()
  }

  /// The bytes of the image as a PNG file.
  func png(name: String) throws(PNGError) -> [UInt8] {
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
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = buffer.count
      failed =
        png_image_write_to_memory(
          &header, buffer.baseAddress, &count, 0, pixels, 0, nil)
        == 0
      if failed { count = 0 }
    }
    if failed { throw .cannotWrite(file: name, reason: header.text) }
    return bytes
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
