import Foundation

/// A new folder that lasts as long as this object, and goes with all that is in it.
public final class TemporaryFolder {
  /// Where it is, without links, as the tested programs name it.
  public let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "first-steps-\(UUID().uuidString)")

  /// Where it is.
  public var path: String { url.path }

  /// Makes an empty folder.
  public init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, with the folders on its way, and returns its path.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, as name: String = "file") throws
    -> String
  {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }
}

/// Runs `body` with a new folder, which is removed afterwards.
public func withTemporaryFolder<Result>(
  _ body: (URL) throws -> Result
) throws -> Result {
  let folder = try TemporaryFolder()
  return try withExtendedLifetime(folder) { try body(folder.url) }
}

/// The text of a file.
public func text(_ file: URL) throws -> String {
  String(decoding: try Data(contentsOf: file), as: UTF8.self)
}
