// Embedded Swift, as a web page runs it, has one thread and no system beneath. This is what
// stands for Platform.swift and ThreadPool.swift there; all else is one source.

#if hasFeature(Embedded)
  /// A value that one thread at a time may touch, where there is only one.
  final class Lock<Value: ~Copyable> {
    private var value: Value

    init(_ value: consuming Value) { self.value = value }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result { body(&value) }
  }

  /// Numbers of which none is given twice.
  enum UniqueNumber {
    private static var last = 0

    static func next() -> Int {
      last += 1
      return last
    }
  }

  /// A variable that has another value while an operation runs.
  @propertyWrapper
  final class TaskLocal<Value> {
    private(set) var wrappedValue: Value
    var projectedValue: TaskLocal { self }

    init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

    func withValue<Result, Failure: Error>(
      _ value: Value, operation: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
      let before = wrappedValue
      defer { wrappedValue = before }
      wrappedValue = value
      return try operation()
    }
  }

  /// The caller alone.
  final class ThreadPool {
    static let shared = ThreadPool()

    let threadCount = 1

    func parallelFor(count: Int, body: (Int) -> Void) {
      for index in 0..<count { body(index) }
    }
  }
#endif
