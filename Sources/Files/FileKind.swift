/// What a file seems to be by its first bytes, in words for an error that expected
/// another kind; nil where they tell nothing. 64 bytes are enough.
///
///     fileKind(of: Array("<!DOCTYPE html>".utf8))  // an HTML page
///     fileKind(of: Array("404: Not Found".utf8))  // text that begins "404: Not Found"
public func fileKind(of bytes: some Collection<UInt8>) -> String? {
  let start = Array(bytes.prefix(64))
  for (pattern, kind) in signatures where start.fits(pattern) { return kind }
  return textKind(of: start)
}

/// First bytes by which a kind of file is known, as Latin-1; a "?" stands for any byte.
private let signatures: [(pattern: String, kind: String)] = [
  ("\u{1F}\u{8B}", "gzip data"),
  ("PK\u{3}\u{4}", "a zip archive, such as a .pt or .npz file is"),
  ("BZh", "bzip2 data"),
  ("\u{FD}7zXZ\0", "xz data"),
  ("(\u{B5}/\u{FD}", "zstd data"),
  ("7z\u{BC}\u{AF}", "a 7z archive"),
  ("\u{80}\u{2}", "a Python pickle"),
  ("\u{80}\u{3}", "a Python pickle"),
  ("\u{80}\u{4}", "a Python pickle"),
  ("\u{80}\u{5}", "a Python pickle"),
  ("\u{93}NUMPY", "a NumPy array"),
  ("\u{89}HDF", "an HDF5 file"),
  ("GGUF", "a GGUF file"),
  ("????\0\0\0\0{\"", "a safetensors file"),
  ("\0\0\u{8}\u{1}", "an IDX file"),
  ("\0\0\u{8}\u{3}", "an IDX file"),
  ("\u{89}PNG", "a PNG image"),
  ("\u{FF}\u{D8}\u{FF}", "a JPEG image"),
  ("GIF8", "a GIF image"),
  ("RIFF????WEBP", "a WebP image"),
  ("????ftypavif", "an AVIF image"),
  ("????ftyphei", "a HEIC image"),
  ("????ftypmif1", "a HEIC image"),
  ("BM????\0\0\0\0", "a BMP image"),
  ("II*\0", "a TIFF image"),
  ("MM\0*", "a TIFF image"),
  ("%PDF-", "a PDF document"),
  ("version https://git-lfs", "a pointer of Git LFS, which has yet to be fetched"),
  ("\u{FF}\u{FE}", "text in UTF-16"),
  ("\u{FE}\u{FF}", "text in UTF-16"),
]

extension [UInt8] {
  fileprivate func fits(_ pattern: String) -> Bool {
    let scalars = pattern.unicodeScalars
    return count >= scalars.count
      && zip(self, scalars).allSatisfy { $1 == "?" || UInt32($0) == $1.value }
  }
}

/// What kind of text begins so, if it is text at all.
private func textKind(of start: [UInt8]) -> String? {
  let isText = start.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (9...13).contains($0) }
  var letters = String(decoding: start, as: UTF8.self).unicodeScalars[...]
  // The cut may go through a letter of several bytes.
  if start.count == 64, letters.last == "\u{FFFD}" { letters.removeLast() }
  guard isText, !letters.contains("\u{FFFD}") else { return nil }
  let text = Substring(letters).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
  if text.isEmpty { return nil }
  let markup = text.lowercased()
  if markup.hasPrefix("<!doctype html") || markup.hasPrefix("<html") {
    return "an HTML page"
  }
  if markup.hasPrefix("<?xml") || markup.hasPrefix("<svg") { return "XML, such as SVG" }
  let line = text.prefix { !$0.isNewline }
  return "text that begins \"\(String(line.prefix(40)).shortened)\""
}
