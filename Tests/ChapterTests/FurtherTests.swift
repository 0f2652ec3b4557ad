import Digits
import Foundation
import Tensors
import TestSupport
import Testing

@testable import MLP

/// The training that goes further than the document's. Its whole run stands in Output/,
/// where BookTests compares it with a new one.
@Suite struct FurtherTests {
  @Test func readsNinetyNineOfAHundred() throws {
    let log = try CommittedLog("5-MLP/further")
    #expect(try log.value("further-accuracy") >= 0.99)
    #expect(try log.value("read-otherwise") <= 10)

    // The loss falls, and the last line is about what the test says.
    let epochs = try log.table("epochs")
    #expect(epochs.count == 18)
    #expect(epochs.last![1] < epochs[0][1] / 5)
    #expect((epochs.last![2] - (try log.value("further-accuracy"))).magnitude < 0.003)

    // Each of the measures brings something.
    let heldOut = try log.table("measures").map { $0[1] }
    #expect(heldOut.count == 6)
    #expect(heldOut.dropFirst().allSatisfy { $0 < heldOut[0] })
  }

  @Test func theWeightsInOutputAreWhatPredictAsks() throws {
    #expect(
      Further.weights == "\(package.path)/Output/5-MLP/further/weights.safetensors")
    let network = try SavedRun(contentsOf: Further.weights).network
    let p = network.out(Tensor<Float>(Digits.mnist().testImages[0..<100]) / 255)
    for sum in reduceSum(p, axis: 1).scalars { #expect((sum - 1).magnitude < 1e-5) }
  }

  @Test func givesTheSameBitsWithAnyNumberOfThreads() async throws {
    func losses(threads: String) async throws -> [UInt8] {
      let result = try await #require(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) { [threads] in
        setenv("TENSORS_THREADS", threads, 1)
        let training = FurtherTraining(images: 2000, epochs: 2)
        _ = try training.run(on: .mnist()) { _, losses, _ in print(losses) }
      }
      return result.standardOutputContent
    }
    let one = try await losses(threads: "1")
    #expect(one.count > 300)
    #expect(try await losses(threads: "2") == one)
    #expect(try await losses(threads: "5") == one)
  }
}
