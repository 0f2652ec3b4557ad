/// How far a long computation has come, in one line on standard error:
///
///     training ████████████▌                  41 %  7 s left
///
/// It is drawn only to a terminal, ten times a second at most, and erased at the end.
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
    let percent = "\(Int(fraction * 100)) %"
    StandardError.write("\r\(label) \(Self.bar(fraction)) \(percent)  \(left)\u{1B}[K")
  }

  deinit {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }

  /// Thirty cells, the last one in eighths.
  private static func bar(_ fraction: Double) -> String {
    let eighths = Int(min(max(fraction, 0), 1) * 240)
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let full = String(repeating: "█", count: eighths / 8) + part
    return full + String(repeating: " ", count: 30 - full.count)
  }
}
