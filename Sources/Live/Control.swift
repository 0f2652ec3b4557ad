/// Something that a reader can set: it stands at one of some values.
///
///     let rate = Control("rate", hundredths: 1...120, at: 0.1)
///     rate.values[rate.start]  // 0.1
public struct Control: Sendable {
  /// How it is set.
  public enum Kind: String, Sendable {
    /// A handle that slides along the values.
    case slider
    /// A field for a number, one of the values.
    case number
  }

  /// What it is called, in lower case: pages translate it.
  public let name: String
  /// How it is set.
  public let kind: Kind
  /// The values, ascending.
  public let values: [Double]
  /// The index of the value with which the chapter draws its pictures.
  public let start: Int

  /// A control that begins at one of its values.
  public init(
    _ name: String, kind: Kind = .slider, _ values: [Double], at start: Double,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    guard let index = values.firstIndex(of: start) else {
      fatalError("Control: \(name) has no \(start)", file: file, line: line)
    }
    (self.name, self.kind, self.values, self.start) = (name, kind, values, index)
  }

  /// A slider over hundredths: `-100...300` are the values from −1 to 3.
  public init(
    _ name: String, hundredths: ClosedRange<Int>, at start: Double,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(
      name, hundredths.map { Double($0) / 100 }, at: start, file: file, line: line)
  }

  /// The index of the value that is nearest to a number.
  func index(nearest number: Double) -> Int {
    values.indices.min {
      (values[$0] - number).magnitude < (values[$1] - number).magnitude
    }!
  }
}
