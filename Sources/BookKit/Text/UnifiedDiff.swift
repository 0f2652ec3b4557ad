/// The difference between two texts as `diff -u` prints it and `patch` reads it.
///
///     print(UnifiedDiff(old: "a\nb\n", new: "a\nc\n", path: "book.md"))
///     // --- a/book.md
///     // +++ b/book.md
///     // @@ -1,2 +1,2 @@
///     //  a
///     // -b
///     // +c
public struct UnifiedDiff: CustomStringConvertible {
  /// A line of both texts, or of one of them.
  private enum Edit {
    case same(Line)
    case removed(Line)
    case added(Line)
  }

  private let path: String
  private let edits: [Edit]

  /// Unchanged lines around a change.
  private static let context = 3

  /// The difference between two states of the file `path`.
  public init(old: String, new: String, path: String) {
    self.path = path
    edits = Self.edits(from: Line.all(of: old), to: Line.all(of: new))
  }

  private static func edits(from old: [Line], to new: [Line]) -> [Edit] {
    let difference = new.difference(from: old)
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        edits.append(.removed(old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        edits.append(.added(new[j]))
        j += 1
      } else {
        edits.append(.same(old[i]))
        i += 1
        j += 1
      }
    }
    return edits
  }

  /// The whole difference; nothing where the texts are the same.
  public var description: String {
    let hunks = ranges.map(hunk)
    return hunks.isEmpty ? "" : "--- a/\(path)\n+++ b/\(path)\n" + hunks.joined()
  }

  /// The stretches of edits that stand together in a hunk.
  private var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, edit) in edits.enumerated() {
      if case .same = edit { continue }
      let first = max(0, index - Self.context)
      let last = min(edits.count, index + 1 + Self.context)
      if let open = ranges.last, first <= open.upperBound {
        ranges[ranges.count - 1] = open.lowerBound..<last
      } else {
        ranges.append(first..<last)
      }
    }
    return ranges
  }

  private func hunk(_ range: Range<Int>) -> String {
    var text = ""
    for edit in edits[range] {
      switch edit {
      case .same(let line): text += " " + shown(line)
      case .removed(let line): text += "-" + shown(line)
      case .added(let line): text += "+" + shown(line)
      }
    }
    let (oldBefore, newBefore) = counts(edits[..<range.lowerBound])
    let (oldCount, newCount) = counts(edits[range])
    return "@@ -\(span(oldBefore, oldCount)) +\(span(newBefore, newCount)) @@\n" + text
  }

  private func shown(_ line: Line) -> String {
    line.ending.isEmpty
      ? line.text + "\n\\ No newline at end of file\n" : line.text + line.ending
  }

  /// How many lines of the old and of the new text the edits stand for.
  private func counts(_ edits: ArraySlice<Edit>) -> (old: Int, new: Int) {
    edits.reduce(into: (0, 0)) { counts, edit in
      switch edit {
      case .same: counts = (counts.0 + 1, counts.1 + 1)
      case .removed: counts.0 += 1
      case .added: counts.1 += 1
      }
    }
  }

  /// First line and count; the line before where there is none, the count left out
  /// where it is 1.
  private func span(_ before: Int, _ count: Int) -> String {
    let first = count == 0 ? before : before + 1
    return count == 1 ? "\(first)" : "\(first),\(count)"
  }
}
