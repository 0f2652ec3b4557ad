import Foundation

/// A log of Output/, by the names of its regions and values. That it is what a run
/// prints is tested in OutputTests.
struct KeptLog {
  private let lines: [String]
  private let names: [String: [String: Any]]

  init(_ folder: String) throws {
    let folder = package.appendingPathComponent("Output/\(folder)")
    lines = try text(folder.appendingPathComponent("log.txt"))
      .components(separatedBy: "\n")
    let json = try Data(contentsOf: folder.appendingPathComponent("regions.json"))
    names = try JSONSerialization.jsonObject(with: json) as! [String: [String: Any]]
  }

  /// The lines of a region.
  func region(_ name: String) throws -> [String] {
    guard let range = names["regions"]?[name] as? [Int] else { throw Missing(name) }
    return Array(lines[range[0] - 1..<range[1]])
  }

  /// A named number.
  func value(_ name: String) throws -> Double {
    guard let value = names["values"]?[name] as? Double else { throw Missing(name) }
    return value
  }

  /// The numbers of a table's row behind its name and a colon.
  func row(_ name: String, in region: String) throws -> [Double] {
    for line in try self.region(region) {
      let parts = line.components(separatedBy: ":")
      if parts[0].trimmingCharacters(in: .whitespaces) == name {
        return parts[1].split(separator: " ").map { Double($0)! }
      }
    }
    throw Missing("\(region): \(name)")
  }

  struct Missing: Error {
    let name: String
    init(_ name: String) { self.name = name }
  }
}
