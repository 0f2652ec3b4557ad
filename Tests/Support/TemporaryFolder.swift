import Foundation

/// A new folder that lasts as long as this object, and goes with all that is in it.
package final class TemporaryFolder: Sendable {
  /// Where it is, without links, as the tested programs name it.
  package let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "first-steps-\(UUID().uuidString)")

  package var path: String { url.path }

  /// Where a file or folder in it is or might be.
  package subscript(name: String) -> URL { url.appending(path: name) }

  package init() {
    try! FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, with the folders on its way, and returns its path.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, as name: String = "file") throws
    -> String
  {
    let file = self[name]
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }
}

package func text(_ file: URL) throws -> String {
  String(decoding: try Data(contentsOf: file), as: UTF8.self)
}
