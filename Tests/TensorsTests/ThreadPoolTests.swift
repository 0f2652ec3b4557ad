import Foundation
import Synchronization
import Testing

@testable import Tensors

@Suite struct ThreadPoolTests {
  @Test(arguments: [1, 2, 3, 8])
  func everyIndexRunsOnce(threadCount: Int) {
    let pool = ThreadPool(threadCount: threadCount)
    for count in [0, 1, 2, 7, 1000] {
      let runs = (0..<count).map { _ in Counter() }
      for round in 1...20 {
        pool.parallelFor(count: count) { runs[$0].increase() }
        #expect(runs.allSatisfy { $0.value == round })
      }
    }
  }

  @Test func aLoopWithinALoopRunsOnItsThread() {
    let pool = ThreadPool(threadCount: 3)
    let runs = Counter()
    pool.parallelFor(count: 10) { _ in
      pool.parallelFor(count: 10) { _ in runs.increase() }
    }
    #expect(runs.value == 100)
  }

  @Test func threadsThatAreNotOfThePoolMayUseItAtOnce() async {
    let pool = ThreadPool(threadCount: 2)
    let runs = Counter()
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<100 { pool.parallelFor(count: 5) { _ in runs.increase() } }
        }
      }
    }
    #expect(runs.value == 8 * 100 * 5)
  }

  @Test(arguments: ["1", "12", nil, "", "0", "-2", "two", "2.5", " 2", "1000000"])
  func theSettingIsANumberOfThreadsOrOneForEachCore(setting: String?) {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let expected = ["1": 1, "12": 12][setting ?? ""] ?? cores
    #expect(ThreadPool.threadCount(from: setting) == expected)
  }
}

private final class Counter: Sendable {
  private let count = Atomic(0)
  var value: Int { count.load(ordering: .relaxed) }
  func increase() { count.add(1, ordering: .relaxed) }
}
