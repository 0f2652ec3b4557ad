// What the system gives beside memory and arithmetic. With ThreadPool.swift, this is all that
// a machine without threads replaces: OneThread.swift.

#if !hasFeature(Embedded)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif
  import Synchronization

  /// A value that one thread at a time may touch. The mutex is the system's: how
  /// Synchronization's goes from thread to thread, the thread sanitizer does not see.
  final class Lock<Value: ~Copyable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var value: Value

    init(_ value: consuming Value) {
      self.value = value
      pthread_mutex_init(mutex, nil)
    }

    deinit {
      pthread_mutex_destroy(mutex)
      mutex.deallocate()
    }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      return body(&value)
    }
  }

  /// Numbers of which none is given twice.
  enum UniqueNumber {
    private static let last = Atomic(0)

    static func next() -> Int { last.add(1, ordering: .relaxed).newValue }
  }

  /// The value of an environment variable, or nil where it is not set.
  func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// How many cores there are to work on.
  var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
#endif
