/// What a chapter printed: it goes to standard output at once, and is kept.
///
/// The book quotes a log by the names of its regions, and numbers in its prose by the
/// names of values:
///
///     let log = Transcript()
///     let loss = 0.25
///     log.region("start") { log.print("the loss is \(loss)") }
///     log.value("first-loss", loss)
public final class Transcript {
  private var lines: [String] = []
  private var namedRegions: [(name: String, lines: ClosedRange<Int>)] = []
  private var namedValues: [(name: String, value: Double)] = []

  /// Why standard output took no more, if it did not.
  private(set) var failure: StandardOutput.Failure?

  /// An empty transcript.
  public init() {}

  /// Prints a line, or as many as the text holds.
  public func print(_ text: String = "") {
    if failure == nil {
      do { try StandardOutput.write(text + "\n") } catch { failure = error }
    }
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  /// Names the lines that `body` prints, sets them apart from those before by an empty
  /// line, and returns its result. Names differ, and regions hold a line or more.
  @discardableResult
  public func region<Result>(
    _ name: String, isApart: Bool = true, file: StaticString = #fileID,
    line: UInt = #line, _ body: () throws -> Result
  ) rethrows -> Result {
    if isApart, !lines.isEmpty { print() }
    let first = lines.count + 1
    let result = try body()
    guard lines.count >= first, !namedRegions.contains(where: { $0.name == name })
    else {
      fatalError("region \(name) is empty or named twice", file: file, line: line)
    }
    namedRegions.append((name, first...lines.count))
    return result
  }

  /// Names a number that the book's prose states.
  public func value(
    _ name: String, _ value: Double, file: StaticString = #fileID, line: UInt = #line
  ) {
    guard !namedValues.contains(where: { $0.name == name }) else {
      fatalError("value \(name) is named twice", file: file, line: line)
    }
    namedValues.append((name, value))
  }

  /// All that was printed.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// The named regions, as first and last line counted from 1, and the named values, as
  /// JSON.
  var regions: String {
    let regions = namedRegions.map {
      "\"\($0.name)\": [\($0.lines.lowerBound), \($0.lines.upperBound)]"
    }
    let values = namedValues.map { name, value in
      // JSON has no nan and no inf.
      "\"\(name)\": " + (value.isFinite ? "\(value)" : "\"\(value)\"")
    }
    return """
      {
        "regions": \(object(regions)),
        "values": \(object(values))
      }

      """
  }

  private func object(_ members: [String]) -> String {
    if members.isEmpty { return "{}" }
    return "{\n" + members.map { "    " + $0 }.joined(separator: ",\n") + "\n  }"
  }
}
