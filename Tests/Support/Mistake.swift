import Testing

/// A call that must end the program, and what the program says then.
public struct Mistake: Sendable, CustomTestStringConvertible {
  private let message: String
  private let place: String
  /// What must end the program.
  public let call: @Sendable () -> Void

  /// A mistake whose closure begins on the line below: that is the line named.
  public init(
    _ message: String, file: StaticString = #fileID, line: UInt = #line,
    call: @escaping @Sendable () -> Void
  ) {
    self.message = message
    self.call = call
    place = "\(file):\(line + 1)"
  }

  /// What the program says.
  public var testDescription: String { message }

  /// Expects that the program's first line names the caller's place, where the operation
  /// can know it, and says what is wrong.
  public func expectMessage(_ result: ExitTest.Result?, namesPlace: Bool) {
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    let line = output.prefix { $0 != "\n" }
    if namesPlace {
      #expect(line == "\(place): Fatal error: \(message)")
    } else {
      #expect(line.hasSuffix(": Fatal error: \(message)"))
    }
  }
}
