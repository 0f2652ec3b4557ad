import Digits
import Dispatch
import MachinePeak
import Tensors

/// The seconds of an iteration of the chapter's descent, and the line it ends in.
func regression(iterations: Int) -> KeyValuePairs<String, [Double]> {
  let sample = Sample.drawn(seed: Benchmark.seed, points: 100)
  var line = (b: 0.0, w: 0.0)
  let time = seconds {
    line = gradientDescent(
      bStart: 0, wStart: 0, xArr: sample.xArr, yArr: sample.yArr, lr: 0.001,
      iterations: iterations)
  }
  return ["seconds": [time / Double(iterations)], "line": [line.b, line.w]]
}

/// The seconds of reading MNIST from its gzipped files and from the program itself, and
/// the sum of all bytes.
func reading(folder: String) throws -> KeyValuePairs<String, [Double]> {
  let digits = try Digits.load(folder: folder)
  let tensors = [
    digits.trainImages, digits.trainLabels, digits.testImages, digits.testLabels,
  ]
  let sums = tensors.map { $0.scalars.reduce(0) { $0 + Int($1) } }
  return [
    "seconds": [try medianSeconds { _ = try Digits.load(folder: folder) }],
    "embedded": [medianSeconds { _ = Digits.mnist() }],
    "checksum": [Double(sums.reduce(0, +))],
  ]
}

/// The bytes a second that so many threads read of 4 MB each, all in all: more than a
/// core's own caches hold, less than those that it shares.
func cacheReading(threads: Int) -> KeyValuePairs<String, [Double]> {
  let numbers = (0..<threads).map {
    Array(repeating: SIMD8(repeating: Float($0)), count: 1 << 17)
  }
  let time = medianSeconds {
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for round in 0..<20 { precondition(sum(numbers[thread], from: round).isFinite) }
    }
  }
  return ["rate": [Double(threads * 20 << 22) / time]]
}
