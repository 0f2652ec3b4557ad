import Foundation
import Testing

/// A folder of digits that nobody should trust: one line that names the file, the status
/// 1, and nothing is written.
@Suite struct HostileDataTests {
  @Test(arguments: ["FromTensorSlices", "MLP"], Fault.all)
  func isOneLine(chapter: String, fault: Fault) throws {
    try withTemporaryFolder { folder in
      let data = try makeSoundData(in: folder)
      let culprit = data.appendingPathComponent(fault.file)
      let base = culprit.path.replacingOccurrences(of: ".gz", with: "")
      try? FileManager.default.removeItem(atPath: base)
      #expect(try ShellRun(fault.making, culprit.path).status == 0)

      let output = folder.appendingPathComponent("output").path
      let run = try ChapterRun(chapter, "--data", data.path, "--output", output)
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(
        run.errors == "\(chapter): \(culprit.path): \(fault.message)\n")
      #expect(!FileManager.default.fileExists(atPath: output))
    }
  }

  @Test func whatIsSoundIsRead() throws {
    try withTemporaryFolder { folder in
      let data = try makeSoundData(in: folder)
      for chapter in ["FromTensorSlices", "MLP"] {
        let run = try ChapterRun(
          chapter, "--data", data.path, "--output", folder.path)
        #expect(run.status == 0, "\(run.errors)")
      }
    }
  }

  /// A folder of digits with nothing wrong in it.
  private func makeSoundData(in folder: URL) throws -> URL {
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(
      at: data, withIntermediateDirectories: true)
    for (name, bytes) in sound {
      try Data(bytes).write(to: data.appendingPathComponent(name))
    }
    return data
  }
}

/// A mistake in one of the four files: how a shell makes it at `$0`, and what is said.
struct Fault: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let making: String
  let message: String

  init(_ name: String, _ file: String, _ making: String, _ message: String) {
    (testDescription, self.file) = (name, file)
    self.making = making
    self.message = message.hasPrefix("cannot") ? message : "expected \(message)"
  }

  static let all = [
    Fault(
      "a folder", "t10k-labels-idx1-ubyte", "mkdir \"$0\"",
      "cannot be read: a folder, not a file"),
    Fault(
      "a pipe", "train-labels-idx1-ubyte", "mkfifo \"$0\"",
      "cannot be read: a pipe or device, not a file"),
    Fault(
      "a device", "train-images-idx3-ubyte", "ln -s /dev/zero \"$0\"",
      "cannot be read: a pipe or device, not a file"),
    Fault(
      "a loop of links", "train-images-idx3-ubyte", "ln -s \"$0\" \"$0\"",
      "cannot be read: Too many levels of symbolic links"),
    Fault(
      "nothing", "train-images-idx3-ubyte", "true >\"$0\"",
      "an IDX header of at least 8 bytes, found 0"),
    Fault(
      "a PNG", "train-images-idx3-ubyte", #"printf '\211PNG\r\n\032\n' >"$0""#,
      "an IDX file, which begins with bytes 0 0, found a PNG image"),
    Fault(
      "an HTML page", "t10k-labels-idx1-ubyte.gz", #"echo '<!DOCTYPE html>' >"$0""#,
      "an IDX file, which begins with bytes 0 0, found an HTML page"),
    Fault(
      "data that were gzipped twice", "train-images-idx3-ubyte.gz",
      #"printf '\0\0\10\3' | gzip | gzip >"$0""#,
      "an IDX file, which begins with bytes 0 0, found data that were gzipped twice"),
    Fault(
      "16-bit integers", "train-labels-idx1-ubyte",
      #"printf '\0\0\13\1\0\0\0\1\1\2' >"$0""#,
      "unsigned bytes, found 16-bit integers"),
    Fault(
      "no images", "train-images-idx3-ubyte",
      #"printf '\0\0\10\3\0\0\0\0\0\0\0\34\0\0\0\34' >"$0""#,
      "images of the shape (count, 28, 28), found the shape (0, 28, 28)"),
    Fault(
      "27 rows", "t10k-images-idx3-ubyte",
      #"{ printf '\0\0\10\3\0\0\0\2\0\0\0\33\0\0\0\34'; head -c 1512 /dev/zero; } >"$0""#,
      "images of the shape (count, 28, 28), found the shape (2, 27, 28)"),
    Fault(
      "an image too few", "train-images-idx3-ubyte",
      #"{ printf '\0\0\10\3\0\0\0\3\0\0\0\34\0\0\0\34'; head -c 1568 /dev/zero; } >"$0""#,
      "2352 bytes after the header, found 1568"),
    Fault(
      "a label too few", "train-labels-idx1-ubyte",
      #"printf '\0\0\10\1\0\0\0\2\1\2' >"$0""#,
      "a label for each of 3 images, found the shape (2,)"),
    Fault(
      "a label of 10", "t10k-labels-idx1-ubyte",
      #"printf '\0\0\10\1\0\0\0\2\1\12' >"$0""#,
      "labels from 0 to 9, found 10 at position 1"),
    Fault(
      "dimensions whose product overflows", "train-images-idx3-ubyte",
      #"printf '\0\0\10\3\377\377\377\377\377\377\377\377\377\377\377\377' >"$0""#,
      "at most 1073741824 bytes of numbers, found the "
        + "dimensions [4294967295, 4294967295, 4294967295]"),
    Fault(
      "more than the header declares", "train-labels-idx1-ubyte.gz",
      """
      { printf '\\0\\0\\10\\1\\0\\0\\0\\3\\1\\2\\3'; head -c 100000000 /dev/zero; } \
      | gzip >"$0"
      """,
      "the end after 3 bytes of numbers, found more bytes"),
    Fault(
      "gzip that is cut", "train-labels-idx1-ubyte.gz",
      #"printf '\0\0\10\1\0\0\0\3\1\2\3' | gzip | head -c 25 >"$0""#,
      "gzip data to its end, found the end of the file before"),
  ]
}

/// Three images to learn from and two to test with, and their labels.
private let sound: [(String, [UInt8])] = [
  ("train-images-idx3-ubyte", images(3)),
  ("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 3, 9, 0, 4]),
  ("t10k-images-idx3-ubyte", images(2)),
  ("t10k-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 2, 1, 2]),
]

private func images(_ count: UInt8) -> [UInt8] {
  [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28]
    + (0..<Int(count) * 784).map { UInt8($0 % 251) }
}
