import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The user's wish that the program end: Ctrl-C (SIGINT) or `kill` (SIGTERM).
///
/// A long computation that has something to lose asks for it between two steps:
///
///     try Interruption.deferred {
///       for step in steps {
///         step.take()
///         if let signal = Interruption.signal {
///           try save()
///           throw Interruption(signal, "interrupted; saved in run.safetensors")
///         }
///       }
///     }
///
/// A chapter that throws it ends with the one line and, as a shell has it, with the
/// status 128 + signal: 130 for SIGINT, 143 for SIGTERM.
public struct Interruption: Error, CustomStringConvertible {
  /// What the program says at its end.
  public let description: String
  let status: Int32

  /// An interruption by a signal, and what to say about it.
  public init(_ signal: Int32, _ description: String) {
    status = 128 + signal
    self.description = description
  }

  /// Runs `body` while the first SIGINT or SIGTERM does no more than set `signal`; a
  /// second one ends the program. A signal that is ignored stays so, and one that came
  /// and that `body` did not heed has its usual effect afterwards, unless it threw.
  public static func deferred<Result>(
    while body: () throws -> Result
  ) rethrows -> Result {
    pending.store(0, ordering: .relaxed)
    let former = [SIGINT, SIGTERM].map { ($0, note($0)) }
    let result: Result
    do {
      defer { for (number, var action) in former { sigaction(number, &action, nil) } }
      result = try body()
    }
    if let signal { raise(signal) }
    return result
  }

  /// Sets `pending` when the signal comes; returns what happened before.
  private static func note(_ number: Int32) -> sigaction {
    var action = sigaction()
    // All that a handler may do is to set a flag.
    action.handler = { pending.store($0, ordering: .relaxed) }
    action.sa_flags = Int32(truncatingIfNeeded: Int(SA_RESETHAND)) | SA_RESTART
    var former = sigaction()
    sigaction(number, &action, &former)
    let isIgnored =
      unsafeBitCast(former.handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
    if isIgnored { sigaction(number, &former, nil) }
    return former
  }

  /// The signal that came since `deferred` began, if one did.
  public static var signal: Int32? {
    let number = pending.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}

/// The last signal, or 0.
private let pending = Atomic<Int32>(0)

extension sigaction {
  /// What is called when the signal comes.
  fileprivate var handler: (@convention(c) (Int32) -> Void)? {
    get {
      #if canImport(Glibc)
        __sigaction_handler.sa_handler
      #elseif canImport(Darwin)
        __sigaction_u.__sa_handler
      #endif
    }
    set {
      #if canImport(Glibc)
        __sigaction_handler.sa_handler = newValue
      #elseif canImport(Darwin)
        __sigaction_u.__sa_handler = newValue
      #endif
    }
  }
}
