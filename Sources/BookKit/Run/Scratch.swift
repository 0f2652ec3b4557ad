import Foundation

/// A temporary folder for what the runs write.
public struct Scratch {
  let path: String

  /// Where everything is put together that the runs wrote.
  public var output: String { path + "/Output" }

  /// Calls `body` with a new, empty folder, which is removed afterwards with all that is
  /// in it.
  public static func with<Result>(_ body: (Scratch) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(Scratch(path: folder.path))
  }
}
