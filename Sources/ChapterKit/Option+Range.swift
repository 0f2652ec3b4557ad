import ArgumentParser

// Options that say what they take: any other value is a mistake in the usage, and the
// message names the range.

extension Option {
  /// A whole number of a range:
  ///
  /// ```swift
  /// @Option(in: 3...100, help: "Draw so many points.")
  /// var points = 5
  /// ```
  public init(
    wrappedValue: Value, name: NameSpecification = .long, in range: ClosedRange<Value>,
    help: String
  ) where Value: FixedWidthInteger & Sendable {
    self.init(
      wrappedValue: wrappedValue, name: name,
      help: "\(help) (default: \(wrappedValue))", transform: wholeNumber(in: range))
  }

  /// A whole number of a range, or none.
  public init<Number: FixedWidthInteger & Sendable>(
    in range: ClosedRange<Number>, help: ArgumentHelp
  ) where Value == Number? {
    self.init(help: help, transform: wholeNumber(in: range))
  }

  /// A finite number above a bound.
  public init(
    wrappedValue: Value, name: NameSpecification = .long, above bound: Value,
    help: String
  ) where Value: BinaryFloatingPoint & LosslessStringConvertible & Sendable {
    self.init(
      wrappedValue: wrappedValue, name: name,
      help: "\(help) (default: \(wrappedValue))", transform: number(above: bound))
  }

  /// Finite numbers above a bound, up to the next option.
  public init(
    wrappedValue: Value, name: NameSpecification, above bound: Double, help: String
  ) where Value == [Double] {
    let usual = wrappedValue.map { "\($0)" }.joined(separator: ", ")
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: .upToNextOption,
      help: "\(help) (default: \(usual))", transform: number(above: bound))
  }
}

private func wholeNumber<Number: FixedWidthInteger & Sendable>(
  in range: ClosedRange<Number>
) -> @Sendable (String) throws -> Number {
  { text in
    guard let number = Number(text), range.contains(number) else {
      throw ValidationError(
        "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

private func number<Number: BinaryFloatingPoint & LosslessStringConvertible & Sendable>(
  above bound: Number
) -> @Sendable (String) throws -> Number {
  { text in
    guard let number = Number(text), number.isFinite, number > bound else {
      throw ValidationError("expected a finite number above \(bound)")
    }
    return number
  }
}
