import Files
import Testing

@Suite struct FileKindTests {
  @Test(arguments: kinds)
  func isToldByTheFirstBytes(bytes: [UInt8], kind: String) {
    #expect(fileKind(of: bytes) == kind)
  }

  @Test(arguments: [
    [], [0], [0, 0], utf8("  \n"), [1, 2, 3], [0x61, 0xFF, 0x62], [0x61, 0xE2],
    [0x7F], [0x89],
  ])
  func nothingIsSaidOfOtherBytes(bytes: [UInt8]) {
    #expect(fileKind(of: bytes) == nil)
  }
}

private func latin1(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8($0.value) }
}

private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

private let kinds: [([UInt8], String)] = [
  ([0x1F, 0x8B, 8], "gzip data"),
  (latin1("PK\u{3}\u{4}\u{14}\0"), "a zip archive, such as a .pt or .npz file is"),
  ([0x80, 2, 0x7D], "a Python pickle"),
  ([0x80, 5, 0x95], "a Python pickle"),
  (latin1("\u{93}NUMPY\u{1}\0"), "a NumPy array"),
  (latin1("\u{89}HDF\r\n\u{1A}\n"), "an HDF5 file"),
  (latin1("\u{89}PNG\r\n\u{1A}\n"), "a PNG image"),
  ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"),
  (latin1("RIFF\u{24}\0\0\0WEBPVP8 "), "a WebP image"),
  (latin1("\0\0\0\u{18}ftypheic"), "a HEIC image"),
  (latin1("BM\u{46}\0\0\0\0\0\0\0"), "a BMP image"),
  ([0, 0, 8, 3, 0, 0, 0xEA, 0x60], "an IDX file"),
  (latin1("\u{40}\0\0\0\0\0\0\0{\"w\""), "a safetensors file"),
  (
    latin1("version https://git-lfs.github.com/spec/v1\n"),
    "a pointer of Git LFS, which has yet to be fetched"
  ),
  ([0xFF, 0xFE, 0x61, 0], "text in UTF-16"),
  (utf8("<!doctype HTML>"), "an HTML page"),
  (utf8("\u{FEFF}\r\n  <html lang=\"en\">"), "an HTML page"),
  (utf8("<?xml version=\"1.0\"?><svg>"), "XML, such as SVG"),
  (utf8("404: Not Found"), "text that begins \"404: Not Found\""),
  (utf8("label,1x1\r\n5,0"), "text that begins \"label,1x1\""),
  (utf8("{\"error\":"), "text that begins \"{\"error\":\""),
  (utf8("BMW"), "text that begins \"BMW\""),
  // 64 bytes end within a letter of three.
  (
    utf8(String(repeating: "数", count: 30)),
    "text that begins \"" + String(repeating: "数", count: 21) + "\""
  ),
  (
    utf8(String(repeating: "x", count: 100)),
    "text that begins \"" + String(repeating: "x", count: 40) + "\""
  ),
]
