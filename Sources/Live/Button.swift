/// A button, which moves a control along its values.
public struct Button: Sendable {
  /// What it does to the control.
  public enum Action: String, Sendable {
    /// Goes to the first value.
    case first
    /// Goes to the next value.
    case next
    /// Goes from value to value up to the last: from the first, if it stands at the last.
    case play
  }

  /// What it is called.
  public let name: String
  /// What it does.
  public let action: Action
  /// The name of the control.
  public let control: String

  /// A button for the control of a name.
  public init(_ name: String, _ action: Action, _ control: String) {
    (self.name, self.action, self.control) = (name, action, control)
  }
}
