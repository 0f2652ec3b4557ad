import Testing

/// Expects an error of one short line that names the file and holds the words, in their order.
package func expectFault<Result>(
  in file: String, _ words: String..., location: SourceLocation = #_sourceLocation,
  of body: () throws -> Result
) {
  let error = #expect(throws: (any Error).self, sourceLocation: location) {
    _ = try body()
  }
  guard let line = error.map({ "\($0)" }) else { return }
  var rest: Substring? = line[...]
  for word in words {
    rest = rest.flatMap { rest in
      rest.firstRange(of: word).map { rest[$0.upperBound...] }
    }
  }
  let isAsExpected =
    line.hasPrefix("\(file): ") && rest != nil && !line.contains("\n")
    && line.utf8.count < 1000
  #expect(isAsExpected, "\(line)", sourceLocation: location)
}
