import Files
import Foundation
import Plotting
import Tensors

/// A trial of the checks: single changes are made to a copy of the package, each is looked
/// for by `Inspection` and taken back.
public struct MutationTrial {
  /// What came of the changes of a kind.
  public struct Result: Sendable {
    /// The kind, such as `marked listing`.
    public let kind: String
    /// How many changes were made.
    public fileprivate(set) var made = 0
    /// How many of them were found, with their line or, in Output/, their file.
    public fileprivate(set) var caught = 0
    /// Those that were not, as `FILE:LINE: TEXT`.
    public fileprivate(set) var missed: [String] = []
  }

  private let workspace: Workspace
  private let programs: Programs
  private let random: RandomState
  /// What is wrong before anything is changed.
  private let before: Set<Problem>

  /// A trial on a copy of the workspace in the folder.
  public init(
    of original: Workspace, _ programs: Programs, in folder: TemporaryFolder,
    seed: UInt32
  ) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: original.root)
    where !name.hasPrefix(".") {
      try FileManager.default.copyItem(
        atPath: "\(original.root)/\(name)", toPath: "\(folder.path)/\(name)")
    }
    workspace = Workspace(root: folder.path)
    self.programs = programs
    before = try Set(Self.problems(workspace, programs))
    random = RandomState(seed: seed)
  }

  /// Makes so many changes, the kinds by turns; `report` hears of each.
  public func run(
    _ count: Int, report: (Int) -> Void = { _ in }
  ) throws -> [Result] {
    let pages = try workspace.pages() + workspace.pages("README")
    let places = try pages.flatMap { MutationPlaces.of(Book(try workspace.text($0))) }
    var kinds = Dictionary(grouping: places, by: \.kind).sorted { $0.key < $1.key }
      .map { (result: Result(kind: $0.key), places: $0.value) }
    let files = workspace.files(below: "Output")
    var texts = Result(kind: "Output/, texts")
    var pictures = Result(kind: "Output/, pixels")
    for number in 0..<count {
      report(number)
      switch number % (kinds.count + 2) {
      case kinds.count:
        try changeText(files.filter { !$0.hasSuffix(".png") }, &texts)
      case kinds.count + 1:
        try changePixel(files.filter { $0.hasSuffix(".png") }, &pictures)
      case let index:
        var place = pick(kinds[index].places)
        while try !change(place.path, at: place.bytes, &kinds[index].result) {
          place = pick(kinds[index].places)
        }
      }
    }
    return kinds.map(\.result) + [texts, pictures]
  }

  private func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  private func below(_ count: Int) -> Int { Int(random.randomSample() * Double(count)) }

  private func changeText(_ paths: [String], _ result: inout Result) throws {
    let path = pick(paths)
    let size = try readWhole(workspace.location(path), limit: 1 << 26).count
    _ = try change(path, at: 0..<size, &result)
  }

  /// Changes a digit or a letter among the bytes to another of its kind, or removes a sign;
  /// in prose signs stay, of which no more is known than of its words. Says whether there
  /// was any.
  private func change(
    _ path: String, at place: Range<Int>, _ result: inout Result
  ) throws -> Bool {
    let old = try readWhole(workspace.location(path), limit: 1 << 26)
    let isProse = ["tables", "README.md"].contains(result.kind)
    let changeable = place.filter { index in
      let character = Character(UnicodeScalar(old[index]))
      return isProse
        ? character.isASCII
          && (character.isLetter || character.isNumber || character == "|")
        : 0x21...0x7E ~= old[index]
    }
    guard !changeable.isEmpty else { return false }
    let index = pick(changeable)
    var new = old
    switch Character(UnicodeScalar(old[index])) {
    case "0"..."9":
      new[index] =
        UInt8(ascii: "0") + (old[index] - 0x30 + UInt8(1 + below(9))) % 10
    case "a"..."z":
      new[index] =
        UInt8(ascii: "a") + (old[index] - 0x61 + UInt8(1 + below(25))) % 26
    case "A"..."Z":
      new[index] =
        UInt8(ascii: "A") + (old[index] - 0x41 + UInt8(1 + below(25))) % 26
    default: new.remove(at: index)
    }
    let line = old[..<index].count { $0 == UInt8(ascii: "\n") } + 1
    try judge(path, line, old: old, new: new, &result)
    return true
  }

  private func changePixel(_ paths: [String], _ result: inout Result) throws {
    let path = pick(paths)
    let place = workspace.location(path)
    let old = try readWhole(place, limit: 1 << 26)
    let image = try Image(contentsOf: place)
    var pixels = image.pixels
    pixels[below(pixels.count)] ^= 1 << UInt8(below(8))
    let changed = Image(
      width: image.width, height: image.height, channels: image.channels, pixels: pixels
    )
    try judge(path, nil, old: old, new: changed.png, &result)
  }

  private static func problems(
    _ workspace: Workspace, _ programs: Programs
  ) throws -> [Problem] {
    let inspection = try Inspection(workspace, programs)
    return inspection.problems + inspection.pages.flatMap { $0.problems + $0.stale }
  }

  /// Looks whether the changed file is noticed, and puts the old one back.
  private func judge(
    _ path: String, _ line: Int?, old: [UInt8], new: [UInt8], _ result: inout Result
  ) throws {
    let place = workspace.location(path)
    try writeWhole(new, to: place)
    defer { try? writeWhole(old, to: place) }
    let problems = (try? Self.problems(workspace, programs)) ?? []
    result.made += 1
    let isCaught = problems.contains { problem in
      if before.contains(problem) { return false }
      // A fence's change may be told at its mark or at its end.
      // What digests.txt tells of is told of the file that it names.
      if path.hasSuffix("/digests.txt"), problem.file.hasPrefix(path.dropLast(11)) {
        return true
      }
      guard problem.file == path, let line, let told = problem.line else {
        return problem.file == path
      }
      return abs(told - line) <= 2
    }
    if isCaught {
      result.caught += 1
    } else {
      let lines = String(decoding: new, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      result.missed.append(
        "\(path):\(line ?? 0): \(lines[(line ?? 1) - 1].prefix(100))")
    }
  }
}
