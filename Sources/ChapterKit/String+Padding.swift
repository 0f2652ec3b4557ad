extension String {
  /// The text with spaces before it, `width` characters in all: a cell of a table.
  public func padded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
