import Files
import Foundation
import Plotting

/// How the files that the runs have written differ from those in Output/: texts by their
/// bytes, pictures by their pixels.
public struct OutputComparison {
  /// Files of Output/ that no run has written, as paths below it.
  private var surplus: [String]
  /// Files that Output/ lacks or that are others there.
  private var changed: [String] = []
  /// What there is to say about each difference.
  public private(set) var problems: [Problem] = []
  /// The texts that differ.
  public private(set) var changedTexts: [TextDifference.Change] = []

  private let written: String
  private let kept: String

  /// Compares the folder that the runs wrote with the workspace's Output/. Leaves a
  /// picture of the difference behind for each picture that differs.
  public init(of written: String, with workspace: Workspace) throws {
    self.written = written
    kept = workspace.output
    let old = Set(Workspace.files(below: kept))
    let new = Workspace.files(below: written)
    surplus = old.subtracting(new).sorted()
    for path in surplus {
      problems.append(
        Problem("Output/\(path)", nil, "no command of the book writes it"))
    }
    let digests = new.filter { $0.hasSuffix("digests.txt") }
    // Last, since they tell of the others.
    for path in new.filter({ !digests.contains($0) }) + digests {
      if !old.contains(path) {
        note(path, nil, "it is missing: a command of the book writes it")
      } else if path.hasSuffix(".png") {
        try comparePictures(path)
      } else {
        try compareTexts(path)
      }
    }
  }

  private mutating func note(_ path: String, _ line: Int?, _ message: String) {
    changed.append(path)
    if path.hasSuffix("digests.txt"), !problems.isEmpty { return }
    problems.append(Problem("Output/\(path)", line, message))
  }

  private mutating func compareTexts(_ path: String) throws {
    let new = try readWhole("\(written)/\(path)", limit: 1 << 30)
    let old = try readWhole("\(kept)/\(path)", limit: 1 << 30)
    guard new != old else { return }
    if !path.hasSuffix("digests.txt") {
      changedTexts.append((path: "Output/\(path)", old: old, new: new))
    }
    let same = zip(new, old).prefix { $0 == $1 }.map(\.0)
    let line = 1 + same.count { $0 == UInt8(ascii: "\n") }
    note(path, line, "the run writes it otherwise")
  }

  private mutating func comparePictures(_ path: String) throws {
    let new = try Image(contentsOf: "\(written)/\(path)")
    let old: Image
    do {
      old = try Image(contentsOf: "\(kept)/\(path)")
    } catch {
      note(path, nil, error.description)
      return
    }
    guard let difference = old.difference(from: new) else { return }
    let picture =
      FileManager.default.temporaryDirectory.path + "/book-difference-"
      + path.replacingOccurrences(of: "/", with: "-")
    try difference.picture.write(to: picture)
    note(path, nil, "\(difference), see \(picture)")
  }

  /// Makes Output/ what the runs have written. A picture of the same pixels keeps its
  /// bytes.
  public func apply() throws {
    for path in changed {
      let place = "\(kept)/\(path)"
      try makeFolder((place as NSString).deletingLastPathComponent)
      try writeWhole(try readWhole("\(written)/\(path)", limit: 1 << 30), to: place)
    }
    for path in surplus {
      try FileManager.default.removeItem(atPath: "\(kept)/\(path)")
      var folder = ("\(kept)/\(path)" as NSString).deletingLastPathComponent
      while folder != kept, rmdir(folder) == 0 {
        folder = (folder as NSString).deletingLastPathComponent
      }
    }
  }
}
