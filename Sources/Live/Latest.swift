/// A function that keeps its latest result, for as long as the argument stays the same: what
/// the figures of a chapter share is computed once.
///
///     let square = Latest { (x: Double) in x * x }
///     square(3)  // 9.0
public final class Latest<Argument: Equatable, Result> {
  private let function: (Argument) -> Result
  private var latest: (argument: Argument, result: Result)?

  /// Nothing is computed yet.
  public init(_ function: @escaping (Argument) -> Result) {
    self.function = function
  }

  /// The function's result.
  public func callAsFunction(_ argument: Argument) -> Result {
    if let latest, latest.argument == argument { return latest.result }
    let result = function(argument)
    latest = (argument, result)
    return result
  }
}
