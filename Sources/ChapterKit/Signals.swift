import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The user's wish that the program end, Ctrl-C (SIGINT) or `kill` (SIGTERM), for a
/// chapter that has something to lose and asks for it when it can save that:
///
///     Signals.postpone()
///     for step in steps {
///       step.take()
///       if let signal = Signals.postponed {
///         try save()
///         throw EndedBySignal(signal, "interrupted; saved in run.safetensors")
///       }
///     }
public enum Signals {
  /// From now on the first SIGINT or SIGTERM does no more than set `postponed`, and has
  /// its usual effect when the chapter is done. A second one ends the program at once,
  /// and one that was ignored stays so.
  public static func postpone() {
    for number in [SIGINT, SIGTERM] {
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
    }
  }

  /// The signal that came since, if one did.
  public static var postponed: Int32? {
    let number = pending.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Lets the signal that came have its effect.
  static func deliver() {
    if let postponed { raise(postponed) }
  }
}

/// The end of a program that heeds a signal: it ends with this one line and, as a shell
/// has it, with the status 128 + signal: 130 for SIGINT, 143 for SIGTERM.
public struct EndedBySignal: Error, CustomStringConvertible {
  /// What the program says at its end.
  public let description: String
  let status: Int32

  /// An end by a signal, and what to say about it.
  public init(_ signal: Int32, _ description: String) {
    status = 128 + signal
    self.description = description
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
