import Files
import Plotting

/// The files that a chapter leaves, kept in memory until the chapter is done: a run that
/// fails changes nothing on disk.
public final class OutputFolder {
  private let path: String
  private var files: [(name: String, digest: Digest, bytes: () -> [UInt8])] = []

  init(_ path: String) {
    self.path = path
  }

  /// Adds a text file, such as `loss.csv` or `keras/loss.csv`.
  public func add(_ name: String, _ text: String) {
    add(name, bytes: Array(text.utf8))
  }

  /// Adds a file of whatever kind, such as `weights.safetensors`.
  public func add(_ name: String, bytes: [UInt8]) {
    var digest = Digest()
    digest.add(bytes)
    files.append((name, digest, { bytes }))
  }

  /// Adds a picture, such as `digit.png`.
  public func add(_ name: String, _ image: Image) {
    files.append((name, image.digest, { image.png }))
  }

  /// Draws a figure and adds it.
  public func add(_ name: String, _ figure: Figure) {
    add(name, figure.rendered())
  }

  /// Sees that `save` could write here, and leaves what is there as it is.
  func requireWritable() throws(FileError) {
    try Files.requireWritable(folder: path)
    for name in ["log.txt", "regions.json", "digests.txt"]
    where exists("\(path)/\(name)") {
      try Files.requireWritable("\(path)/\(name)")
    }
  }

  /// Adds to each folder a `digests.txt` that tells what is in it, of a picture its pixels:
  /// by that, `book --check` knows what has been changed since.
  private func addDigests() {
    let folders = Dictionary(grouping: files) { file in
      String(file.name[..<(file.name.lastIndex(of: "/") ?? file.name.startIndex)])
    }
    for (folder, files) in folders {
      let names = files.map { $0.name.split(separator: "/").last! }
      let lines = zip(files, names).map { "\($0.digest)  \($1)\n" }
      add((folder.isEmpty ? "" : folder + "/") + "digests.txt", lines.joined())
    }
  }

  /// Writes all files or, where that fails, none and no folder either. Two chapters that
  /// write the same folder do so one after the other, so that it holds files of one run.
  func save() throws {
    addDigests()
    let files = files.map { (path: "\(path)/\($0.name)", bytes: $0.bytes()) }
    var made: [String] = []
    do {
      for (file, _) in files {
        try makeFolder(String(file[..<file.lastIndex(of: "/")!]), noting: &made)
      }
      try withLocked(folder: path) { try writeTogether(files) }
    } catch {
      removeEmpty(made)
      throw error
    }
  }
}
