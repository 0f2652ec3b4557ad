import Tensors
import Testing

@testable import Safetensors

/// Files that nobody should trust: each of them gives an error of one line.
@Suite struct HostileSafetensorsTests {
  @Test func oneByteMoreIsRefused() throws {
    expectFault("73 bytes behind the header", "74") { try parse(bytes("all") + [0]) }
  }

  @Test(arguments: [
    // `FileKindTests` has all kinds.
    (Array("<!DOCTYPE html><html>404</html>".utf8), "an HTML page"),
    ([0x80, 4, 0x95, 0xA9, 0, 0, 0, 0, 0, 0, 0, 0x7D], "a Python pickle"),
    ([0, 0, 8, 1, 0, 0, 0, 1, 5], "an IDX file"),
  ])
  func aFileOfAnotherKindIsNamed(bytes: [UInt8], kind: String) {
    expectFault("a safetensors file", kind) { try parse(bytes) }
  }

  @Test(arguments: [
    (UInt64(100_000_001), "at most 100000000 bytes", "100000001"),
    (1 << 30, "at most 100000000 bytes", "1073741824"),
    (1 << 63, "at most 100000000 bytes", "9223372036854775808"),
    (.max, "at most 100000000 bytes", "18446744073709551615"),
    (100_000_000, "100000000 bytes of header", "12"),
    (13, "13 bytes of header", "12"),
    (0, "\"{\" at byte 0", "its end"),
  ])
  func aHeaderOfAnotherSizeIsRefused(size: UInt64, expected: String, found: String) {
    let bytes = littleEndian(size) + Array("{}          ".utf8)
    expectFault(expected, found) { try parse(bytes) }
  }

  @Test(arguments: [
    // JSON that is none, or other than the format's.
    ("", "\"{\" at byte 0", "its end"),
    ("\u{FEFF}{}", "\"{\" at byte 0", "0xef"),
    ("[]", "\"{\" at byte 0", "\"[\""),
    ("{", "a string at byte 1", "its end"),
    ("{}{}", "nothing more at byte 2", "\"{\""),
    ("{},", "nothing more", "\",\""),
    ("{\"a\":1}", "\"{\" at byte 5", "\"1\""),
    ("{\"a\" {}}", "\":\" at byte 5", "\"{\""),
    ("{\"a\":null}", "\"{\" at byte 5", "\"n\""),
    ("{a:{}}", "a string at byte 1", "\"a\""),
    ("{\"a\":{},}", "to have a dtype, a shape and two data_offsets", "less"),
    ("{\"a", "the end of a string at byte 3", "its end"),
    ("{\"\n\":{}}", "the end of a string at byte 2", "0xa"),
    ("{\"\\", "an escape of JSON", "its end"),
    ("{\"\\x41\":{}}", "an escape of JSON at byte 3", "\"x\""),
    ("{\"\\u12G4\":{}}", "four hexadecimal digits", "\"1\""),
    ("{\"\\u12", "four hexadecimal digits", "\"1\""),
    ("{\"\\uD800\":{}}", "surrogate pair", "\"\"\""),
    ("{\"\\uDC00\":{}}", "surrogate pair", "\"\"\""),
    ("{\"\\uD800\\u0041\":{}}", "surrogate pair", "\"\"\""),
    ("{\"__metadata__\":[]}", "\"{\"", "\"[\""),
    ("{\"__metadata__\":{\"a\":1}}", "a string", "\"1\""),
    ("{\"__metadata__\":{\"a\":{\"b\":\"c\"}}}", "a string", "\"{\""),
    ("{\"__metadata__\":{},\"__metadata__\":{}}", "one __metadata__", "two"),
    ("{\"__metadata__\":{\"a\":\"\",\"\\u0061\":\"\"}}", "one value in", "two"),
  ])
  func aHeaderOfAnotherFormIsRefused(json: String, expected: String, found: String) {
    expectFault(expected, found) { try parse(file(json)) }
  }

  @Test(arguments: [
    // The rest of a tensor's line, all that the data hold being eight bytes.
    ("F32", "[2],\"shape\":[2]", "[0,8]", "one shape of tensor \"t\"", "two"),
    ("F32", "[2],\"more\":.5", "[0,8]", "a value at byte", "\".\""),
    ("F32", "[2],\"more\":-", "[0,8]", "a digit at byte", "\",\""),
    ("F32", "[2],\"more\":1e+", "[0,8]", "a digit at byte", "\",\""),
    ("F32", "[2],\"more\":tru", "[0,8]", "a value at byte", "\"t\""),
    ("F32", "[2],\"more\":[1", "[0,8]", "\",\" or \"]\"", "\":\""),
    ("F4", "[15]", "[0,8]", "of whole bytes", "60 bits"),
    ("F4", "[14]", "[0,8]", "to take 7 bytes", "from 0 to 8"),
    ("F99", "[2]", "[0,8]", "\"t\" of BOOL, F4,", "\"F99\""),
    ("", "[2]", "[0,8]", "\"t\" of BOOL, F4,", "\"\""),
    ("F32", "2", "[0,8]", "\"[\"", "\"2\""),
    ("F32", "[2", "[0,8]", "a whole number", "\"\"\""),
    ("F32", "[2 2]", "[0,8]", "\",\" or \"]\"", "\"2\""),
    ("F32", "[2,]", "[0,8]", "a whole number", "\"]\""),
    ("F32", "[-2]", "[0,8]", "a whole number", "\"-\""),
    ("F32", "[02]", "[0,8]", "a whole number", "\"0\""),
    ("F32", "[2.0]", "[0,8]", "\",\" or \"]\"", "\".\""),
    ("F32", "[2e0]", "[0,8]", "\",\" or \"]\"", "\"e\""),
    ("F32", "[\"2\"]", "[0,8]", "a whole number", "\"\"\""),
    ("F32", "[true]", "[0,8]", "a whole number", "\"t\""),
    ("F32", "[[2]]", "[0,8]", "a whole number", "\"[\""),
    ("F32", "[9223372036854775808]", "[0,8]", "a number below 2⁶³", "\"9\""),
    ("F32", "[9223372036854775807]", "[0,8]", "less than 2⁵⁷ bytes", "of F32"),
    ("U8", "[4294967296,4294967296]", "[0,8]", "less than 2⁵⁷", "[4294967296, "),
    ("U8", "[4294967296,4294967296,0]", "[0,0]", "less than 2⁵⁷", "[4294967296, "),
    ("F32", "[3]", "[0,8]", "to take 12 bytes", "from 0 to 8"),
    ("F64", "[2]", "[0,8]", "to take 16 bytes", "from 0 to 8"),
    ("F32", "[2]", "[8,0]", "to take 8 bytes", "from 8 to 0"),
    ("F32", "[2]", "[0]", "two data_offsets", "less"),
    ("F32", "[2]", "[]", "two data_offsets", "less"),
    ("F32", "[2]", "[0,8,8]", "at most 2 data_offsets", "more"),
    ("F32", "[2]", "[8,16]", "to begin at byte 0", "8"),
    ("F32", "[2]", "[9223372036854775799,9223372036854775807]", "at byte 0", "92233"),
    ("U8", "[16]", "[0,16]", "16 bytes behind the header", "8"),
    ("U8", "[7]", "[0,7]", "7 bytes behind the header", "8"),
    ("F32", "[]", "[0,4]", "4 bytes behind the header", "8"),
  ])
  func aTensorThatDoesNotFitIsRefused(
    dtype: String, shape: String, offsets: String, expected: String, found: String
  ) {
    expectFault(expected, found) {
      let json = line("t", dtype, shape, offsets)
      try parse(file("{\(json)}", data: 8))
    }
  }

  @Test(arguments: [
    ("[0,8]", "[4,12]", "tensor \"b\" to begin at byte 8 of the data", "4"),
    ("[0,8]", "[0,8]", "to begin at byte 8 of the data", "0"),
    ("[0,8]", "[12,20]", "tensor \"b\" to begin at byte 8 of the data", "12"),
    ("[4,12]", "[12,20]", "tensor \"a\" to begin at byte 0 of the data", "4"),
    ("[8,16]", "[4,12]", "tensor \"b\" to begin at byte 0 of the data", "4"),
  ])
  func tensorsThatOverlapOrLeaveHolesAreRefused(
    first: String, second: String, expected: String, found: String
  ) {
    expectFault(expected, found) {
      let json =
        "{\(line("a", "F32", "[2]", first)),\(line("b", "F32", "[2]", second))}"
      try parse(file(json, data: 20))
    }
  }

  @Test func theOrderInTheHeaderIsFree() throws {
    let json =
      "{\(line("a", "F32", "[1]", "[4,8]")) , \n\(line("b", "F32", "[1]", "[0,4]"))}\t"
    let read = try parse(file(json, data: 8))
    #expect(read.names == ["b", "a"])
    #expect(try read.tensor("a").scalars == [Float(bitPattern: 0x0706_0504)])
  }

  @Test func escapesAndOtherLettersAreRead() throws {
    let json =
      #"{"__metadata__":{"\"\\\/\b\f\n\r\t":"\u00e9\uD83D\uDD8A\ud83d\udd8a"}}"#
    let read = try parse(file(json))
    #expect(read.metadata[0].key == "\"\\/\u{8}\u{C}\n\r\t")
    #expect(read.metadata[0].value == "é🖊🖊")
  }

  @Test func theSameNameTwiceIsRefusedHoweverItIsEscaped() {
    expectFault("one tensor named \"a\"", "two") {
      let json =
        "{\(line("a", "U8", "[1]", "[0,1]")),\(line("\\u0061", "U8", "[1]", "[1,2]"))}"
      try parse(file(json, data: 2))
    }
  }

  /// One letter, or a letter and its accent: to Swift the same text.
  @Test func namesAreToldApartByTheirBytes() throws {
    let json =
      "{\(line("é", "F32", "[1]", "[0,4]")),\(line("e\u{301}", "F32", "[1]", "[4,8]"))}"
    let read = try parse(file(json, data: 8))
    #expect(try read.tensor("é").scalars == [Float(bitPattern: 0x0302_0100)])
    #expect(try read.tensor("e\u{301}").scalars == [Float(bitPattern: 0x0706_0504)])
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func aNameThatIsNotUTF8IsRefused(name: [UInt8]) {
    let json = Array("{\"".utf8) + name + Array("\":{}}".utf8)
    expectFault("a string in UTF-8 at byte 1", "other bytes") {
      try parse(littleEndian(UInt64(json.count)) + json)
    }
  }

  @Test func moreDimensionsThanAnybodyUsesAreRefused() throws {
    func shape(_ rank: Int) -> [UInt8] {
      let ones = Array(repeating: "1", count: rank).joined(separator: ",")
      return file("{\(line("t", "F32", "[\(ones)]", "[0,4]"))}", data: 4)
    }
    let read = try parse(shape(255))
    #expect(try read.tensor("t").rank == 255)
    expectFault("at most 255 dimensions", "more") { try parse(shape(256)) }
  }

  @Test func anErrorStaysOneShortLineWhateverTheFileHolds() {
    let name = String(repeating: "\\n\\u001b[31m\\u202e", count: 10_000)
    expectFault("to take 1 bytes", "from 0 to 2") {
      let json = "{\(line(name, "U8", "[1]", "[0,2]"))}"
      try parse(file(json, data: 2))
    }
  }

  @Test func nestingCostsNothing() {
    let deep = String(repeating: "[", count: 1_000_000)
    expectFault("\"{\" at byte 5", "\"[\"") {
      try parse(file("{\"a\":\(deep)"))
    }
    expectFault("125 levels at most", "more") {
      try parse(file("{\"a\":{\"more\":\(deep)"))
    }
  }
}

/// Reads a file's bytes under the name `memory`.
@discardableResult
private func parse(_ bytes: [UInt8]) throws -> Safetensors {
  try Safetensors(bytes: bytes, name: "memory")
}

/// A file with this header and so many bytes behind it: 0, 1, 2…
private func file(_ json: String, data: Int = 0) -> [UInt8] {
  littleEndian(UInt64(json.utf8.count)) + Array(json.utf8)
    + (0..<data).map { UInt8(truncatingIfNeeded: $0) }
}

private func littleEndian(_ number: UInt64) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
}

/// A tensor's line in a header.
private func line(
  _ name: String, _ dtype: String, _ shape: String, _ offsets: String
) -> String {
  "\"\(name)\":{\"dtype\":\"\(dtype)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
}
