#if !hasFeature(Embedded)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif
  import Synchronization

  /// Threads that wait for loops to run. A pool lives as long as the process.
  ///
  /// The caller of a loop works on it too and waits only for the bodies that others have
  /// begun, so a thread that wakes late delays nobody.
  final class ThreadPool: @unchecked Sendable {
    /// The pool of `TENSORS_THREADS` threads, or of one for each core.
    static let shared = ThreadPool(
      threadCount: threadCount(from: environment("TENSORS_THREADS")))

    /// How many threads work on a loop, the caller's included.
    let threadCount: Int

    /// Whether a loop has the pool to itself.
    private let busy = Atomic(false)

    /// Counts the loops, so that a waiting thread sees a new one.
    private let round = Atomic(0)

    /// Whether the loop of this round may still be joined.
    private let open = Atomic(false)

    /// How many threads but the caller's may be reading the three fields below.
    private let joined = Atomic(0)

    private let next = Atomic(0)
    private var count = 0
    private var body: (Int) -> Void = { _ in }

    /// How many threads sleep on `wake`, until a round begins.
    private let sleepers = Atomic(0)

    /// Whether the caller sleeps on `done`, until the others have finished.
    private let callerSleeps = Atomic(false)

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let done = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// Starts `threadCount - 1` threads, or as many of them as the system grants.
    init(threadCount: Int) {
      self.threadCount = threadCount
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(wake, nil)
      pthread_cond_init(done, nil)
      for _ in 1..<max(threadCount, 1) { start() }
    }

    /// Reached only by a pool of the caller alone: every other thread keeps its pool.
    deinit {
      pthread_mutex_destroy(mutex)
      pthread_cond_destroy(wake)
      pthread_cond_destroy(done)
      mutex.deallocate()
      wake.deallocate()
      done.deallocate()
    }

    /// The number of threads that a setting asks for, if it is a sensible one.
    static func threadCount(from setting: String?) -> Int {
      if let count = setting.flatMap({ Int($0) }), (1...1024).contains(count) {
        return count
      }
      return coreCount
    }

    /// Calls `body` once for every index in `0..<count`, on all threads, in no order, and
    /// returns when all calls have.
    ///
    /// The calls must not depend on each other. Called from within a body, or while another
    /// thread uses the pool, it runs all calls on its own thread.
    func parallelFor(count: Int, body: (Int) -> Void) {
      guard count > 1, threadCount > 1,
        !busy.exchange(true, ordering: .acquiring)
      else {
        for index in 0..<count { body(index) }
        return
      }
      withoutActuallyEscaping(body) { body in
        self.body = body
        self.count = count
        next.store(0, ordering: .relaxed)
        open.store(true, ordering: .sequentiallyConsistent)
        round.add(1, ordering: .sequentiallyConsistent)
        if sleepers.load(ordering: .sequentiallyConsistent) > 0 {
          pthread_mutex_lock(mutex)
          pthread_cond_broadcast(wake)
          pthread_mutex_unlock(mutex)
        }
        work()
        open.store(false, ordering: .sequentiallyConsistent)
        waitForOthers()
        self.body = { _ in }
      }
      busy.store(false, ordering: .releasing)
    }

    /// Runs bodies until none is left to begin.
    private func work() {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= count { return }
        body(index)
      }
    }

    private func start() {
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      pthread_create(
        &thread, nil,
        {
          // Optional on Linux only.
          let pool: UnsafeMutableRawPointer? = $0
          Unmanaged<ThreadPool>.fromOpaque(pool!).takeUnretainedValue().serve()
        }, Unmanaged.passRetained(self).toOpaque())
    }

    /// The life of a thread: wait for a round, join it, wait again.
    private func serve() -> Never {
      var seen = 0
      while true {
        waitForRound(after: seen)
        seen = round.load(ordering: .sequentiallyConsistent)
        joined.add(1, ordering: .sequentiallyConsistent)
        // A loop closes before it counts who has joined, so who joins and finds it open
        // is waited for.
        if open.load(ordering: .sequentiallyConsistent) { work() }
        let others = joined.subtract(1, ordering: .sequentiallyConsistent).newValue
        if others == 0, callerSleeps.load(ordering: .sequentiallyConsistent) {
          pthread_mutex_lock(mutex)
          pthread_cond_signal(done)
          pthread_mutex_unlock(mutex)
        }
      }
    }

    /// Waits for a new round, awake for about a third of a millisecond, then asleep: to
    /// wake a sleeper takes 20 µs and more, and a training step has a loop every few
    /// hundred.
    private func waitForRound(after seen: Int) {
      if spin(300_000, { round.load(ordering: .acquiring) != seen }) { return }
      pthread_mutex_lock(mutex)
      sleepers.add(1, ordering: .sequentiallyConsistent)
      while round.load(ordering: .sequentiallyConsistent) == seen {
        pthread_cond_wait(wake, mutex)
      }
      sleepers.subtract(1, ordering: .sequentiallyConsistent)
      pthread_mutex_unlock(mutex)
    }

    /// Waits for the threads that are still working: awake at first, then asleep, so that
    /// on a busy machine a thread that was interrupted gets this one's core.
    private func waitForOthers() {
      if spin(300_000, { joined.load(ordering: .sequentiallyConsistent) == 0 }) {
        return
      }
      pthread_mutex_lock(mutex)
      callerSleeps.store(true, ordering: .sequentiallyConsistent)
      while joined.load(ordering: .sequentiallyConsistent) > 0 {
        pthread_cond_wait(done, mutex)
      }
      callerSleeps.store(false, ordering: .sequentiallyConsistent)
      pthread_mutex_unlock(mutex)
    }

    /// Tries again and again until `isDone`, at most `turns` times of about a nanosecond.
    @inline(__always)
    private func spin(_ turns: Int, _ isDone: () -> Bool) -> Bool {
      for turn in 1...turns {
        if isDone() { return true }
        if turn % 1024 == 0 { sched_yield() }
      }
      return false
    }
  }
#endif
