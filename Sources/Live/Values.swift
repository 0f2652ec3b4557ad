/// What the controls of a chapter stand at.
///
///     var values = Values([Control("rate", hundredths: 1...120, at: 0.1)])
///     values["rate"]        // 0.1
///     values["rate"] = 0.2
///     values.areTouched     // true
public struct Values: Sendable {
  /// The controls.
  public let controls: [Control]
  /// The index of the value that each stands at.
  public private(set) var indices: [Int]
  /// Whether a control was set since the picture was as the chapter draws it.
  public private(set) var areTouched = false

  /// All controls where they begin.
  public init(_ controls: [Control]) {
    self.controls = controls
    indices = controls.map { $0.start }
  }

  /// The value of the control of a name; one that is set goes to its nearest value.
  public subscript(
    name: String, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    get {
      let control = index(of: name, file: file, line: line)
      return controls[control].values[indices[control]]
    }
    set {
      let control = index(of: name, file: file, line: line)
      set(control, to: controls[control].index(nearest: newValue))
    }
  }

  /// Sets the control at an index to the value at an index, or the end that is nearer.
  public mutating func set(_ control: Int, to index: Int) {
    indices[control] = min(max(index, 0), controls[control].values.count - 1)
    areTouched = true
  }

  /// Presses a button. Says whether there is more to come: of a play, another press.
  public mutating func press(_ button: Button, isFirst: Bool = true) -> Bool {
    let control = index(of: button.control, file: #fileID, line: #line)
    let last = controls[control].values.count - 1
    switch button.action {
    case .first: set(control, to: 0)
    case .next: set(control, to: indices[control] + 1)
    case .play:
      let isAtEnd = indices[control] == last
      set(control, to: isAtEnd && isFirst ? 0 : indices[control] + 1)
      return indices[control] < last
    }
    return false
  }

  /// Where all controls began.
  public mutating func reset() { self = Values(controls) }

  private func index(of name: String, file: StaticString, line: UInt) -> Int {
    guard let index = controls.firstIndex(where: { $0.name == name }) else {
      fatalError("Values: there is no control \(name)", file: file, line: line)
    }
    return index
  }
}
