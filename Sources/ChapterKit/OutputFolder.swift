import Files
import Plotting

/// The files that a chapter leaves, kept in memory until the chapter is done: a run that
/// fails changes nothing on disk.
public final class OutputFolder {
  private let path: String
  private var files: [(name: String, write: (_ path: String) throws -> Void)] = []

  init(_ path: String) {
    self.path = path
  }

  /// Adds a text file, such as `loss.csv` or `keras/loss.csv`.
  public func add(_ name: String, _ text: String) {
    files.append((name, { path in try writeWhole(Array(text.utf8), to: path) }))
  }

  /// Adds a picture, such as `digit.png`.
  public func add(_ name: String, _ image: Image) {
    files.append((name, { path in try image.write(to: path) }))
  }

  /// Draws a figure and adds it.
  public func add(_ name: String, _ figure: Figure) {
    add(name, figure.image())
  }

  /// Writes all files, each of them whole or not at all.
  func save() throws {
    for (name, write) in files {
      let file = "\(path)/\(name)"
      try makeFolder(String(file[..<file.lastIndex(of: "/")!]))
      try write(file)
    }
  }
}
