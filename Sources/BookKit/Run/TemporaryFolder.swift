import Foundation

/// A folder that is there for a while.
public struct TemporaryFolder {
  /// Where it is.
  public let path: String

  /// Calls `body` with a new, empty folder, which is removed afterwards with all that is
  /// in it.
  public static func with<Result>(
    _ body: (TemporaryFolder) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(TemporaryFolder(path: folder.path))
  }
}
