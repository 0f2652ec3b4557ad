import Foundation

/// A temporary folder, removed with all that is in it when nobody needs it any more.
public final class Scratch {
  /// The folder.
  public let path: String

  /// What the runs wrote.
  public var output: String { path + "/Output" }

  /// A new, empty folder.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
