import Foundation

/// Writes a Swift file that runs the examples of doc comments:
///
///     ExampleGatherer OUTPUT.swift MODULE,MODULE SOURCE.swift SOURCE.swift …
///
/// An example is what stands indented in a doc comment; other text that keeps its lines
/// stands in a fence there. A comment behind an expression, or on lines of its own below
/// it, is what `print` makes of its value.
@main
enum Gatherer {
  static func main() throws {
    let arguments = CommandLine.arguments
    let modules = arguments[2].split(separator: ",")
    let examples = try arguments.dropFirst(3).flatMap { path in
      try Example.all(in: String(contentsOfFile: path, encoding: .utf8), path: path)
    }
    let names = examples.indices.map { "example\($0)" }
    let functions = zip(examples, names).map { $0.function(named: $1) }
    let elements = zip(examples, names).map {
      "Example(\($0.place.debugDescription), run: \($1)),"
    }
    let program = """
      \(modules.map { "@testable import \($0)" }.joined(separator: "\n"))

      extension Example {
        static let all: [Example] = [
      \(elements.joined(separator: "\n"))
        ]
      }

      \(functions.joined(separator: "\n"))
      """
    try program.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }
}
