import Foundation

#if canImport(Glibc)
  /// Leaves this process no more than so much of a resource, such as `RLIMIT_AS`; says
  /// whether the system did so.
  public func limit(_ resource: __rlimit_resource, to amount: UInt) -> Bool {
    var limit = rlimit(rlim_cur: amount, rlim_max: amount)
    return setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
  }
#else
  /// The same on macOS.
  public func limit(_ resource: Int32, to amount: UInt64) -> Bool {
    var limit = rlimit(rlim_cur: amount, rlim_max: amount)
    return setrlimit(resource, &limit) == 0
  }
#endif
