extension Image {
  /// The image as a PNG file of these bytes, whose chunks are sound, wants it to be seen:
  /// a camera that was held upright stores its rows as they came and says so.
  ///
  /// The orientation is tag 0x0112 of the first directory of the Exif data in the chunk
  /// eXIf, a number from 1, upright, to 8 (CIPA DC-008, Exif 2.32, 4.6.4; PNG
  /// specification, third edition, 11.3.4.5).
  func upright(png bytes: [UInt8]) -> Image {
    let orientation = bytes.chunk("eXIf")?.exifOrientation ?? 1
    return (2...8).contains(orientation) ? turned(orientation) : self
  }

  /// The image of which these are the rows and columns in an order of Exif.
  private func turned(_ orientation: Int) -> Image {
    let isTransposed = orientation >= 5
    let startsAtBottom = [3, 4, 6, 7].contains(orientation)
    let startsAtRight = [2, 3, 7, 8].contains(orientation)
    let (rows, columns) = isTransposed ? (width, height) : (height, width)
    let size = channels.rawValue
    var result: [UInt8] = []
    result.reserveCapacity(pixels.count)
    for row in 0..<rows {
      for column in 0..<columns {
        let (r, c) = isTransposed ? (column, row) : (row, column)
        let place =
          (startsAtBottom ? height - 1 - r : r) * width
          + (startsAtRight ? width - 1 - c : c)
        for i in place * size..<(place + 1) * size { result.append(pixels[i]) }
      }
    }
    return Image(width: columns, height: rows, channels: channels, pixels: result)
  }
}

extension [UInt8] {
  /// What the first chunk of a type holds, in the bytes of a PNG file.
  fileprivate func chunk(_ type: String) -> ArraySlice<UInt8>? {
    var position = 8
    while let size = self[...].number(at: position, bytes: 4),
      size <= count - position - 12
    {
      let data = self[position + 8..<position + 8 + size]
      if self[position + 4..<position + 8].elementsEqual(type.utf8) { return data }
      position += 12 + size
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The orientation in Exif data: a TIFF header, which says where the first directory
  /// lies, and there 12 bytes an entry: tag, type, count and value.
  fileprivate var exifOrientation: Int? {
    let isLittle = starts(with: Array("II".utf8))
    guard let directory = number(at: 4, bytes: 4, isLittle),
      let entries = number(at: directory, bytes: 2, isLittle)
    else { return nil }
    for entry in 0..<entries {
      let place = directory + 2 + 12 * entry
      guard let tag = number(at: place, bytes: 2, isLittle) else { return nil }
      if tag == 0x0112 { return number(at: place + 8, bytes: 2, isLittle) }
    }
    return nil
  }

  /// An unsigned number so many bytes behind the beginning, if all of it is there.
  fileprivate func number(at place: Int, bytes: Int, _ isLittle: Bool = false) -> Int? {
    guard place <= count - bytes else { return nil }
    let digits = self[startIndex + place..<startIndex + place + bytes]
    return (isLittle ? Array(digits.reversed()) : Array(digits))
      .reduce(0) { $0 << 8 | Int($1) }
  }
}
