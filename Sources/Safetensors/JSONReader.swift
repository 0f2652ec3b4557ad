import Files

/// Reads JSON (RFC 8259) from its first byte to its last, and of it only what is asked
/// for: a value of another kind is an error, and what is passed over nests no deeper
/// than 125 levels, as with the reference implementation.
///
/// ```swift
/// var json = JSONReader(bytes, of: "weights.safetensors")
/// try json.object { json, key in sizes[key] = try json.count() }
/// try json.end()
/// ```
struct JSONReader {
  /// What errors call the file.
  let file: String
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>, of file: String) {
    (self.bytes, self.file) = (bytes, file)
    position = bytes.startIndex
  }

  /// Reads an object; `member` reads the value behind each key.
  mutating func object(
    _ member: (inout JSONReader, _ key: String) throws(FileError) -> Void
  ) throws(FileError) {
    try take("{")
    if takeIfNext("}") { return }
    repeat {
      let key = try string()
      try take(":")
      try member(&self, key)
    } while takeIfNext(",")
    try take("}", or: "\",\" or \"}\"")
  }

  /// Reads an array; `element` reads each of its values.
  mutating func array(
    _ element: (inout JSONReader) throws(FileError) -> Void
  ) throws(FileError) {
    try take("[")
    if takeIfNext("]") { return }
    repeat { try element(&self) } while takeIfNext(",")
    try take("]", or: "\",\" or \"]\"")
  }

  /// Reads a whole number from 0 to 2⁶³ − 1.
  mutating func count() throws(FileError) -> Int {
    skipSpace()
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard let first = digits.first, first != 0x30 || digits.count == 1 else {
      throw error(expected: "a whole number")
    }
    var count = 0
    for digit in digits {
      let (tens, overflow) = count.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(digit) - 0x30)
      guard !overflow, !carry else { throw error(expected: "a number below 2⁶³") }
      count = sum
    }
    position = digits.endIndex
    return count
  }

  /// Reads a string.
  mutating func string() throws(FileError) -> String {
    skipSpace()
    guard next == UInt8(ascii: "\"") else { throw error(expected: "a string") }
    let start = position
    position += 1
    var text: [UInt8] = []
    while true {
      let plain = bytes[position...].prefix {
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      text += plain
      position = plain.endIndex
      switch next {
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          position = start
          throw error(expected: "a string in UTF-8", found: "other bytes")
        }
        return string
      case UInt8(ascii: "\\"):
        position += 1
        text += UTF8.encode(try escape())!
      default: throw error(expected: "the end of a string")
      }
    }
  }

  /// Passes over a value of whatever kind.
  mutating func skipValue(depth: Int = 125) throws(FileError) {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth > 0 else {
        throw error(expected: "125 levels at most", found: "more")
      }
      if next == UInt8(ascii: "[") {
        try array { json throws(FileError) in try json.skipValue(depth: depth - 1) }
      } else {
        try object { json, _ throws(FileError) in
          try json.skipValue(depth: depth - 1)
        }
      }
    case UInt8(ascii: "\""): _ = try string()
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
      try skipNumber()
    default:
      guard takeIfNext("null") || takeIfNext("true") || takeIfNext("false") else {
        throw error(expected: "a value")
      }
    }
  }

  /// Takes a word or mark if it comes next, and says whether it did.
  mutating func takeIfNext(_ word: String) -> Bool {
    skipSpace()
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// Makes sure that nothing but space is left.
  mutating func end() throws(FileError) {
    skipSpace()
    guard next == nil else { throw error(expected: "nothing more") }
  }

  private mutating func skipNumber() throws(FileError) {
    if next == UInt8(ascii: "-") { position += 1 }
    // A number begins with 0 only where it has no other whole digits.
    if next == UInt8(ascii: "0") { position += 1 } else { try skipDigits() }
    if next == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(FileError) {
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { throw error(expected: "a digit") }
    position = digits.endIndex
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(FileError) -> Unicode.Scalar {
    let letter = next
    position += letter == nil ? 0 : 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Unicode.Scalar(letter!)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try fourHexDigits()
      if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
      // Beyond U+FFFF there are two halves, as in UTF-16.
      guard UTF16.isLeadSurrogate(unit), bytes[position...].starts(with: "\\u".utf8)
      else { throw error(expected: "two halves of a surrogate pair") }
      position += 2
      let other = try fourHexDigits()
      guard UTF16.isTrailSurrogate(other) else {
        throw error(expected: "two halves of a surrogate pair")
      }
      let bits = UInt32(unit - 0xD800) << 10 | UInt32(other - 0xDC00)
      return Unicode.Scalar(0x10000 + bits)!
    default:
      position -= letter == nil ? 0 : 1
      throw error(expected: "an escape of JSON")
    }
  }

  private mutating func fourHexDigits() throws(FileError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let value = digits.reduce(into: UInt16?(0)) { value, digit in
      guard let bits = Character(Unicode.Scalar(digit)).hexDigitValue else {
        return value = nil
      }
      value = value.map { $0 << 4 | UInt16(bits) }
    }
    guard digits.count == 4, let value else {
      throw error(expected: "four hexadecimal digits")
    }
    position = digits.endIndex
    return value
  }

  /// Takes a mark that must come next.
  private mutating func take(
    _ mark: String, or expected: String? = nil
  ) throws(FileError) {
    guard takeIfNext(mark) else { throw error(expected: expected ?? "\"\(mark)\"") }
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    {
      position += 1
    }
  }

  private var next: UInt8? {
    position < bytes.endIndex ? bytes[position] : nil
  }

  private func error(expected: String, found: String? = nil) -> FileError {
    let place = "at byte \(position - bytes.startIndex) of the header"
    return FileError(
      file, expected: "\(expected) \(place)", found: found ?? description)
  }

  /// What comes next, in words.
  private var description: String {
    switch next {
    case nil: "its end"
    case let byte? where (0x20..<0x7F).contains(byte): "\"\(Unicode.Scalar(byte))\""
    case let byte?: "the byte 0x\(String(byte, radix: 16))"
    }
  }
}
