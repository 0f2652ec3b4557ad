import Foundation
import Testing

/// What the gradients, the mistakes and the solutions of chapter 5 claim. They stand in
/// Output/, where BookTests compares them with those of a new run.
@Suite struct MLPExercisesTests {
  private let main: Log
  private let gradients: Log
  private let mistakes: Log
  private let exercises: Log

  init() throws {
    main = try Log("5-MLP")
    gradients = try Log("5-MLP/gradients")
    mistakes = try Log("5-MLP/mistakes")
    exercises = try Log("5-MLP/exercises")
  }

  @Test func theTapeComputesTheGradientsDerivedByHand() throws {
    let rows = gradients.region("gradients").dropFirst()
    #expect(rows.count == 6)
    for row in rows {
      let cells = row.split(separator: " ")
      #expect(Double(cells[cells.count - 2])! > 0.01)
      #expect(cells.last == "0.0")
    }
  }

  @Test func nudgingOneNumberOfEachParameterGivesTheSlopeOfTheTape() {
    let rows = gradients.table("nudge")
    #expect(rows.count == 6)
    for row in rows {
      let (tape, nudging) = (row[row.count - 2], row[row.count - 1])
      #expect(tape.magnitude > 0.03)
      #expect((tape - nudging).magnitude <= 0.01 * tape.magnitude)
    }
  }

  @Test func numbersFadeUnderGlorotWeightsWithReLU() {
    let glorot = gradients.table("magnitudes")[1]
    // NumPy, with RandomState(66) and all training images.
    for (found, expected) in zip(glorot, [0.1120, 0.0644, 0.0388, 0.0246]) {
      #expect((found - expected).magnitude <= 1e-4)
    }
  }

  @Test func tenEpochsOfTheMeanAreOneOfTheSum() throws {
    let mean = try mistakes.row("mean, 10 epochs", in: "mean")
    let sum = try mistakes.row("sum, 1 epoch", in: "mean")
    #expect((mean[0] * 10 - sum[0]).magnitude < 1e-3)
    #expect((mean[1] * 10 - sum[1]).magnitude < 5e-3)
  }

  @Test func rawPixelsKillEveryOutput() throws {
    let raw = mistakes.region("raw")
    #expect(Double(raw[0].split(separator: " ")[2])! > 1000)
    #expect(raw[1...2] == ["0 1 0.1", "0 2 0.1"])
    #expect(raw[3] == "dead output units: 10 of 10")
  }

  @Test func withoutOneHotAllOutputsSayTheSame() throws {
    #expect(try #require(mistakes.value("labels-accuracy")) < 0.2)
    for line in mistakes.region("labels").dropFirst(2) {
      let outputs = line.split(separator: " ").suffix(10).map { Double($0)! }
      #expect(outputs.max()! - outputs.min()! < 0.6)
    }
  }

  @Test func aRateTooLargeKillsOutputs() throws {
    let dead = try ["0.01", "0.05", "0.1", "0.5"].map {
      try mistakes.row("rate \($0)", in: "rates")[3]
    }
    #expect(dead == dead.sorted())
    #expect(dead[1] == 0 && dead[2] > 0 && dead[3] == 10)
  }

  @Test func aDeadOutputIsNeverReadAndLeavesAFloor() throws {
    let dead = mistakes.region("dead")
    #expect(dead[1] == "  seed 97, output 3")
    #expect(dead[4].hasPrefix("images of a 3 read right: 0 of "))
    #expect(try #require(mistakes.value("dead-seeds")) == 1)
  }

  @Test func truncatedNormalWeightsBeginAndEndFartherOff() throws {
    #expect(try #require(mistakes.value("truncated-first")) > 3)
    let last = try #require(mistakes.value("truncated-last"))
    #expect(last > 2 * (try #require(main.value("last-loss"))))
  }

  @Test func smallerBatchesGetFartherInAnEpoch() throws {
    let last = try ["1200 steps of 50", "300 steps of 200", "60 steps of 1000"].map {
      try exercises.row($0, in: "batch-size")[1]
    }
    #expect(last == last.sorted())
  }

  @Test func threeLayersReadMoreThanOne() throws {
    let accuracies = try ["one linear layer", "one with relu", "three layers"].map {
      try exercises.row($0, in: "one-layer")[2]
    }
    #expect(accuracies.max() == accuracies[2])
  }

  @Test func oneEpochWithMomentumIsAsGoodAsTenWithout() throws {
    let last = try exercises.row("decay 0.9", in: "momentum")[1]
    #expect((last - (try #require(main.value("last-loss")))).magnitude < 0.03)
  }

  @Test func aLeakyUnitIsNotDead() throws {
    let leaky = exercises.region("leaky")
    #expect(leaky[2] == "images of a 3 read right: 0")
    #expect(Int(leaky[4].split(separator: " ").last!)! > 800)
    #expect(try exercises.row("leaky relu", in: "leaky")[3] == 0)
  }

  @Test func crossEntropyReadsMoreInOneEpochThanSquaresInTen() throws {
    let accuracy = try #require(exercises.value("cross-entropy-accuracy"))
    #expect(accuracy > 0.94)
    #expect(accuracy > (try #require(main.value("accuracy"))))
    let shares = exercises.region("cross-entropy").dropFirst(3)
      .map { Double($0.split(separator: " ").last!)! }
    #expect((shares.reduce(0, +) - 1).magnitude < 0.001)
  }

  @Test func lossesInFileOrderRiseAndFallTheSameWayFromAnySeed() throws {
    let together = exercises.region("order").dropFirst()
      .map { Int($0.split(separator: " ").last!)! }
    #expect(together[0] > 80)
    #expect((35...65).contains(together[1]))
  }

  @Test func stopsWhereTheHeldOutLossIsLowest() throws {
    let rows = exercises.region("early-stopping")
    let table = rows[1...3].map { $0.split(separator: " ").map { Double($0)! } }
    #expect(table[2][1] < table[1][1])
    #expect(table[2][2] > table[1][2] && table[0][2] > table[1][2])
    #expect(table[2][0] - table[1][0] == 5)
    #expect(Double(rows[4].split(separator: " ").last!) == table[1][2])
  }
}

extension Log {
  /// The numbers of the row of a table that begins with a name and a colon.
  fileprivate func row(_ name: String, in region: String) throws -> [Double] {
    let line = try #require(
      self.region(region).first { $0.drop { $0 == " " }.hasPrefix("\(name):") })
    return line.split(separator: ":")[1].split(separator: " ").compactMap { Double($0) }
  }
}
