import Foundation

/// A log in Output/ by the names that its chapter gave to lines and numbers.
///
/// The chapter is not run for it: `OwnBookTests` runs every command of the book and
/// compares each byte of Output/ with what it writes.
struct Log {
  private let lines: [String]
  private let names: Names

  private struct Names: Decodable {
    let regions: [String: [Int]]
    let values: [String: Double]
  }

  /// The log in a folder such as `3-LinearRegression/check`.
  init(_ folder: String) throws {
    let folder = package.appendingPathComponent("Output/\(folder)")
    lines = try text(folder.appendingPathComponent("log.txt"))
      .components(separatedBy: "\n")
    names = try JSONDecoder().decode(
      Names.self, from: Data(contentsOf: folder.appendingPathComponent("regions.json")))
  }

  /// The lines of a region.
  func region(_ name: String) -> [String] {
    guard let range = names.regions[name] else { return [] }
    return Array(lines[(range[0] - 1)..<range[1]])
  }

  /// The numbers of each line of a region that holds any: the rows of a table.
  func table(_ name: String) -> [[Double]] {
    region(name)
      .map { $0.split { !"0123456789.-+einfa".contains($0) }.compactMap { Double($0) } }
      .filter { !$0.isEmpty }
  }

  /// A named number.
  func value(_ name: String) -> Double? { names.values[name] }
}
