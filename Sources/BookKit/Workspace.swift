import Files
import Foundation

/// The files of the package, by their paths in it: `Output/5-MLP/log.txt`.
public struct Workspace: Sendable {
  /// The package's folder.
  public let root: String
  /// The folder whose files are read where a path begins with `Output/`: that of the
  /// package, or one that a run has just written.
  public var output: String

  /// The package in the folder `root`.
  public init(root: String) {
    self.root = root
    self.output = root + "/Output"
  }

  /// The package around the folder: the nearest one with a Package.swift.
  public static func around(_ folder: String) throws -> Workspace {
    var url = URL(fileURLWithPath: folder).standardizedFileURL
    while url.path != "/" {
      let manifest = url.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) {
        return Workspace(root: url.path)
      }
      url.deleteLastPathComponent()
    }
    throw WorkspaceError("\(folder): expected a Swift package, found none around it")
  }

  /// The files of the book, `book.md` and translations of it such as `book.zh.md`, and
  /// for each a file of the other name, such as `README.md`.
  public func pages(_ name: String = "book") throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: root)
    guard names.contains("book.md") else {
      throw WorkspaceError("\(root): expected a book.md, found none")
    }
    return names.filter { $0.hasPrefix("book.") && $0.hasSuffix(".md") }
      .map { name + $0.dropFirst("book".count) }
      // The original first.
      .sorted { ($0.count, $0) < ($1.count, $1) }
  }

  /// Where the file of this path is on disk.
  func location(_ path: String) -> String {
    path.hasPrefix("Output/")
      ? output + path.dropFirst("Output".count) : "\(root)/\(path)"
  }

  /// Whether there is a file or folder of this path.
  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: location(path))
  }

  /// Whether a path stays in the package, symbolic links included.
  func holds(_ path: String) -> Bool {
    guard !path.hasPrefix("/"), !path.hasPrefix("~") else { return false }
    guard !path.split(separator: "/").contains("..") else { return false }
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    let folder = path.hasPrefix("Output/") ? output : root
    return resolved(location(path)).hasPrefix(resolved(folder) + "/")
  }

  /// The text of a file of the package.
  func text(_ path: String) throws(WorkspaceError) -> TextFile {
    guard holds(path) else {
      throw WorkspaceError("\(path) is outside of the package")
    }
    guard exists(path) else { throw WorkspaceError("there is no file \(path)") }
    do {
      return TextFile(path: path, bytes: try readWhole(location(path), limit: 1 << 26))
    } catch {
      throw WorkspaceError(error.description)
    }
  }

  /// The paths of all files below a folder of the package, in order; none where there is
  /// no such folder. Files whose names begin with a point are the system's.
  func files(below folder: String) -> [String] {
    Self.files(below: location(folder + "/")).map { "\(folder)/\($0)" }
  }

  /// The paths in a folder on disk of all files below it.
  static func files(below folder: String) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return all.filter { path in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue
        && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}

/// A mistake that one line tells.
public struct WorkspaceError: Error, CustomStringConvertible {
  /// What is wrong.
  public let description: String

  init(_ description: String) {
    self.description = description.inOneLine
  }
}
