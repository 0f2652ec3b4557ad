import Foundation
import Testing

/// What the gradients, the mistakes and the solutions of chapter 5 claim.
@Suite struct MLPExercisesTests {
  private let main = Result { try KeptLog("5-MLP") }
  private let gradients = Result { try KeptLog("5-MLP/gradients") }
  private let mistakes = Result { try KeptLog("5-MLP/mistakes") }
  private let exercises = Result { try KeptLog("5-MLP/exercises") }

  @Test func theTapeComputesTheGradientsDerivedByHand() throws {
    let rows = try gradients.get().region("gradients").dropFirst()
    #expect(rows.count == 6)
    for row in rows {
      let cells = row.split(separator: " ")
      #expect(Double(cells[cells.count - 2])! > 0.01)
      #expect(cells.last == "0.0")
    }
    for line in try gradients.get().region("nudge") {
      let cells = line.split(separator: " ")
      #expect((Double(cells[1])! - Double(cells[5])!).magnitude < 0.002)
    }
  }

  @Test func tenEpochsOfTheMeanAreOneOfTheSum() throws {
    let mean = try mistakes.get().row("mean, 10 epochs", in: "mean")
    let sum = try mistakes.get().row("sum, 1 epoch", in: "mean")
    #expect((mean[0] * 10 - sum[0]).magnitude < 1e-3)
    #expect((mean[1] * 10 - sum[1]).magnitude < 5e-3)
  }

  @Test func rawPixelsKillEveryOutput() throws {
    let raw = try mistakes.get().region("raw")
    #expect(Double(raw[0].split(separator: " ")[2])! > 1000)
    #expect(raw[1...2] == ["0 1 0.1", "0 2 0.1"])
    #expect(raw[3] == "dead output units: 10 of 10")
  }

  @Test func withoutOneHotAllOutputsSayTheSame() throws {
    #expect(try mistakes.get().value("labels-accuracy") < 0.2)
    for line in try mistakes.get().region("labels").dropFirst(2) {
      let outputs = line.split(separator: " ").suffix(10).map { Double($0)! }
      #expect(outputs.max()! - outputs.min()! < 0.6)
    }
  }

  @Test func aRateTooLargeKillsOutputs() throws {
    let dead = try ["0.01", "0.05", "0.1", "0.5"].map {
      try mistakes.get().row("rate \($0)", in: "rates")[3]
    }
    #expect(dead == dead.sorted())
    #expect(dead[1] == 0 && dead[2] > 0 && dead[3] == 10)
  }

  @Test func aDeadOutputIsNeverReadAndLeavesAFloor() throws {
    let dead = try mistakes.get().region("dead")
    #expect(dead[1] == "  seed 97, output 3")
    #expect(dead[4].hasPrefix("images of a 3 read right: 0 of "))
    #expect(try mistakes.get().value("dead-seeds") == 1)
  }

  @Test func truncatedNormalWeightsBeginAndEndFartherOff() throws {
    #expect(try mistakes.get().value("truncated-first") > 3)
    let last = try mistakes.get().value("truncated-last")
    #expect(last > 2 * (try main.get().value("last-loss")))
  }

  @Test func smallerBatchesGetFartherInAnEpoch() throws {
    let last = try ["1200 steps of 50", "300 steps of 200", "60 steps of 1000"].map {
      try exercises.get().row($0, in: "batch-size")[1]
    }
    #expect(last == last.sorted())
  }

  @Test func threeLayersReadMoreThanOne() throws {
    let accuracies = try ["one linear layer", "one with relu", "three layers"].map {
      try exercises.get().row($0, in: "one-layer")[2]
    }
    #expect(accuracies.max() == accuracies[2])
  }

  @Test func oneEpochWithMomentumIsAsGoodAsTenWithout() throws {
    let last = try exercises.get().row("decay 0.9", in: "momentum")[1]
    #expect((last - (try main.get().value("last-loss"))).magnitude < 0.03)
  }

  @Test func aLeakyUnitIsNotDead() throws {
    let leaky = try exercises.get().region("leaky")
    #expect(leaky[2] == "images of a 3 read right: 0")
    #expect(Int(leaky[4].split(separator: " ").last!)! > 800)
    #expect(try exercises.get().row("leaky relu", in: "leaky")[3] == 0)
  }

  @Test func crossEntropyReadsMoreInOneEpochThanSquaresInTen() throws {
    let accuracy = try exercises.get().value("cross-entropy-accuracy")
    #expect(accuracy > 0.94)
    #expect(accuracy > (try main.get().value("accuracy")))
    let shares = try exercises.get().region("cross-entropy").dropFirst(3)
      .map { Double($0.split(separator: " ").last!)! }
    #expect((shares.reduce(0, +) - 1).magnitude < 0.001)
  }

  @Test func lossesInFileOrderRiseAndFallTheSameWayFromAnySeed() throws {
    let together = try exercises.get().region("order").dropFirst()
      .map { Int($0.split(separator: " ").last!)! }
    #expect(together[0] > 80)
    #expect((35...65).contains(together[1]))
  }

  @Test func stopsWhereTheHeldOutLossIsLowest() throws {
    let rows = try exercises.get().region("early-stopping")
    let table = rows[1...3].map { $0.split(separator: " ").map { Double($0)! } }
    #expect(table[2][1] < table[1][1])
    #expect(table[2][2] > table[1][2] && table[0][2] > table[1][2])
    #expect(table[2][0] - table[1][0] == 5)
    #expect(Double(rows[4].split(separator: " ").last!) == table[1][2])
  }
}
