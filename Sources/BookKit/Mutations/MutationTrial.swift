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
    /// Those that were not found with their line or, in Output/, their file: as
    /// `FILE:LINE: TEXT`.
    public fileprivate(set) var missed: [String] = []
    /// How many were found.
    public var caught: Int { made - missed.count }
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
    _ count: Int, report: (Int) -> Void
  ) throws -> [Result] {
    let pages = try workspace.pages() + workspace.pages("README")
    let inPages = try pages.flatMap { Book(try workspace.text($0)).mutationPlaces }
    let inOutput = workspace.files(below: "Output").map { path in
      let kind = path.hasSuffix(".png") ? "Output/, pixels" : "Output/, files"
      return MutationPlace(kind: kind, path: path, bytes: 0..<Int.max)
    }
    var kinds = [inPages, inOutput].flatMap { places in
      Dictionary(grouping: places, by: \.kind).sorted { $0.key < $1.key }
        .map { (result: Result(kind: $0.key), places: $0.value) }
    }
    for number in 0..<count {
      report(number)
      let index = number % kinds.count
      while try !change(pick(kinds[index].places), &kinds[index].result) {}
    }
    return kinds.map(\.result)
  }

  private func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  private func below(_ count: Int) -> Int { Int(random.randomSample() * Double(count)) }

  /// Changes a pixel, or a digit or a letter to another of its kind, or removes a sign; in
  /// prose signs stay, of which no more is known than of its words. Says whether there was
  /// any.
  private func change(_ place: MutationPlace, _ result: inout Result) throws -> Bool {
    let old = try readWhole(workspace.location(place.path), limit: 1 << 26)
    if place.path.hasSuffix(".png") {
      let new = try withAnotherPixel(Image(png: old, name: place.path)).png
      try judge(place.path, nil, old: old, new: new, &result)
      return true
    }
    let isProse = ["tables", "README.md"].contains(place.kind)
    let changeable = place.bytes.clamped(to: old.indices).filter { index in
      let character = Character(UnicodeScalar(old[index]))
      return isProse
        ? character.isASCII
          && (character.isLetter || character.isNumber || character == "|")
        : 0x21...0x7E ~= old[index]
    }
    guard !changeable.isEmpty else { return false }
    let index = pick(changeable)
    var new = old
    if let range = Self.kinds.first(where: { $0.contains(old[index]) }) {
      let by = UInt8(1 + below(range.count - 1))
      new[index] =
        range.lowerBound + (old[index] - range.lowerBound + by) % UInt8(range.count)
    } else {
      new.remove(at: index)
    }
    let line = old[..<index].count { $0 == UInt8(ascii: "\n") } + 1
    try judge(place.path, line, old: old, new: new, &result)
    return true
  }

  private static let kinds = [
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "A")...UInt8(ascii: "Z"),
  ]

  private func withAnotherPixel(_ image: Image) -> Image {
    var pixels = image.pixels
    pixels[below(pixels.count)] ^= 1 << UInt8(below(8))
    return Image(
      width: image.width, height: image.height, channels: image.channels, pixels: pixels
    )
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
      // What digests.txt tells of is told of the file that it names.
      if path.hasSuffix("/digests.txt"), problem.file.hasPrefix(path.dropLast(11)) {
        return true
      }
      // A fence's change may be told at its mark or at its end.
      let isNear =
        if let line, let told = problem.line { abs(told - line) <= 2 } else { true }
      return problem.file == path && isNear
    }
    if !isCaught {
      let lines = String(decoding: new, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      result.missed.append(
        "\(path):\(line ?? 0): \(lines[(line ?? 1) - 1].prefix(100))")
    }
  }
}
