import Foundation
import TestSupport
import Testing

/// A log in Output/ by the names that its chapter gave to lines and numbers.
///
/// The chapter is not run for it: `OwnBookTests` runs every command of the book and
/// compares each byte of Output/ with what it writes.
struct CommittedLog {
  private let lines: [String]
  private let names: Names

  private struct Names: Decodable {
    let regions: [String: [Int]]
    let values: [String: Double]
  }

  /// The log in a folder such as `3-LinearRegression/check`.
  init(_ folder: String) throws {
    let folder = package.appending(path: "Output/\(folder)")
    lines = try text(folder.appending(path: "log.txt"))
      .components(separatedBy: "\n")
    names = try JSONDecoder().decode(
      Names.self, from: Data(contentsOf: folder.appending(path: "regions.json")))
  }

  /// The lines of a region.
  func region(_ name: String) throws -> [String] {
    let range = try #require(names.regions[name])
    return Array(lines[(range[0] - 1)..<range[1]])
  }

  /// The numbers of each line of a region that holds any: the rows of a table.
  func table(_ name: String) throws -> [[Double]] {
    try region(name)
      .map { $0.split { !"0123456789.-+einfa".contains($0) }.compactMap { Double($0) } }
      .filter { !$0.isEmpty }
  }

  /// The numbers of the row of a table that begins with a name and a colon.
  func row(_ name: String, in region: String) throws -> [Double] {
    let rows = try self.region(region).map { $0.split(separator: ":") }
    let row = try #require(rows.first { $0[0].drop { $0 == " " } == name })
    return row[1].split(separator: " ").compactMap { Double($0) }
  }

  /// A named number.
  func value(_ name: String) throws -> Double { try #require(names.values[name]) }
}
