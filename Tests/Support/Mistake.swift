import Testing

/// A call that must end the program, and what the program says then.
package struct Mistake: Sendable, CustomTestStringConvertible {
  /// What the program says.
  package let testDescription: String
  private let call: @Sendable () -> Any
  private let places: [String]

  /// A mistake that is named with its place, where the operation can know that: the line of
  /// the closure, which stands beside the message or below it.
  package init(
    _ message: String, placed: Bool = true, file: StaticString = #fileID,
    line: UInt = #line, call: @escaping @Sendable () -> Any
  ) {
    testDescription = message
    self.call = call
    places = placed ? ["\(file):\(line)", "\(file):\(line + 1)"] : []
  }

  /// Ends the program.
  package func make() { _ = call() }

  /// Expects that the program's first line names the place and says what is wrong.
  package func expectMessage(_ result: ExitTest.Result?) {
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    let line = output.prefix { $0 != "\n" }
    let end = ": Fatal error: \(testDescription)"
    #expect(line.hasSuffix(end))
    #expect(places.isEmpty || places.contains(String(line.dropLast(end.count))))
  }
}
