/// How far a long computation has come, in one line on standard error:
///
/// ```text
/// training ████████████▌                  41 %  7 s left
/// ```
///
/// It is drawn only to a terminal, ten times a second at most, and erased at the end.
/// Where the terminal is narrow it is shorter, and nothing where not even the percents
/// fit.
public struct ProgressBar: ~Copyable {
  private let label: String
  private let total: Int
  private let before: Int
  private let start = ContinuousClock.now
  private var drawn = ContinuousClock.now
  private let isShown = StandardError.isTerminal

  /// A bar for `total` steps, of which so many were done before.
  public init(_ label: String, total: Int, done before: Int = 0) {
    self.before = before
    self.label = label
    self.total = total
  }

  /// Says that `done` of the steps are done.
  public mutating func update(_ done: Int) {
    guard isShown, drawn.duration(to: .now) >= .milliseconds(100) else { return }
    drawn = .now
    let fraction = Double(done) / Double(max(total, 1))
    let each = start.duration(to: .now) / .seconds(1) / Double(max(done - before, 1))
    let left =
      done <= before ? "" : "\(Int((each * Double(total - done)).rounded(.up))) s left"
    let line = Self.line(label, fraction, left, columns: StandardError.columns)
    StandardError.write("\r\(line)\u{1B}[K")
  }

  /// Erases the line, so that another can be printed; the next update draws it again.
  public func erase() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }

  deinit { erase() }

  /// As much of the line as a terminal of so many columns has room for.
  static func line(
    _ label: String, _ fraction: Double, _ left: String, columns: Int
  ) -> String {
    let percent = "\(Int(fraction * 100)) %"
    let short = "\(label) \(percent)  \(left)"
    // The cursor needs a column, too: behind the last one it would begin a line.
    let room = columns - 1
    let cells = min(30, room - short.count - 1)
    if cells >= 4 {
      return "\(label) \(bar(fraction, cells: cells)) \(percent)  \(left)"
    }
    return [short, percent].first { $0.count <= room } ?? ""
  }

  /// So many cells, the last one in eighths.
  private static func bar(_ fraction: Double, cells: Int) -> String {
    let eighths = Int(min(max(fraction, 0), 1) * Double(8 * cells))
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let full = String(repeating: "█", count: eighths / 8) + part
    return full + String(repeating: " ", count: cells - full.count)
  }
}
