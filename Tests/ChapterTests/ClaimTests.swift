import Testing

/// What the book's prose says of the logs in Output/, which BookTests compares with those
/// of a new run: a test a log, a claim a line or two.
@Suite struct ClaimTests {
  @Test func solutionsOfLossFunctions() throws {
    let log = try CommittedLog("1-LossFunctions/exercises")

    // The second candidate is closer.
    let candidates = try log.table("closer-line").map { $0.last! }
    #expect(candidates[1] < candidates[0])

    // Many points lead back to the line, and to the mean square of the noise.
    let last = try log.table("more-points").last!
    #expect(last[0] == 5000)
    #expect(isNear(last[1], 1, 0.001))
    #expect(isNear(last[2], 1, 0.02))
    #expect(isNear(last[3], 0.25, 0.005))

    // One wrong point moves the line of the squares, and no other.
    let lines = try log.table("outlier")
    #expect(lines[3] == lines[1])
    #expect(isNear(lines[2][0] - lines[0][0], 2, 1e-9))

    // The search finds the slope whose derivative is zero, and both numbers at once.
    let points = try CommittedLog("1-LossFunctions").table("points")
    let xy = points.map { $0[0] * ($0[1] - 1) }.reduce(0, +)
    let xx = points.map { $0[0] * $0[0] }.reduce(0, +)
    #expect(points.count == 5)
    #expect(isNear(try log.table("ternary-search")[0][1], xy / xx, 0.00005))
    let both = try log.table("both")
    #expect(both[0] == both[1])
    #expect(both[2] == [try log.value("losses")])
  }

  @Test func mistakesOfLossFunctions() throws {
    let log = try CommittedLog("1-LossFunctions/mistakes")

    // Without the square, five candidates are alike, whose losses differ.
    let rows = try log.table("no-square")
    #expect(rows.count { $0[2] == -0.026 } == 5)
    #expect(Set(rows.map { $0[3] }).count == 6)
  }

  @Test func solutionsOfGradientDescent() throws {
    let log = try CommittedLog("2-GradientDescent/exercises")

    // Ten times as far is ten or eleven steps more, and one step at the best rate.
    let rows = try log.table("start").dropFirst()  // the rates
    let steps = rows.map { $0[1] }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { (10...11).contains($1 - $0) })
    #expect(rows.map { $0[2] } == [1, 1, 1, 1])

    // The error of the central difference falls by the square of the step.
    let errors = try log.table("differences")
    #expect(errors[0][2] / errors[1][2] == 10_000)
    #expect(errors[0][1] / errors[1][1] == 100)
    #expect(errors.min { $0[2] < $1[2] }![0] == 1e-5)

    // All ways end where the derivative is zero, in the one valley or the other.
    let ends = try log.table("two-valleys").map { $0[1] }
    #expect(ends.allSatisfy { isNear(4 * $0 * $0 * $0 - 8 * $0 + 1, 0, 0.001) })
    #expect(ends.map { $0 < 0 } == [true, true, false, false])

    // Some momentum is faster, and too much is slower.
    let momentum = try log.table("momentum").map { $0[1] }
    #expect(momentum.min() == momentum[3])
    #expect(momentum.last! > momentum[0])

    // The largest rate is 1 by the steepness.
    #expect(isNear(try log.value("largest-rate"), 1, 1e-8))
    #expect(try log.table("bisection").allSatisfy { isNear($0[0] * $0.last!, 1, 1e-5) })
  }

  @Test func solutionsOfLinearRegression() throws {
    let log = try CommittedLog("3-LinearRegression/exercises")

    // A rate in the middle needs the fewest steps.
    let steps = try log.table("rates").map { $0[1] }
    #expect(steps.count == 7)
    #expect(steps.min() == steps[4])

    // Tensors and the tape give the numbers of the loops.
    let lines = (try log.region("vectorized") + log.region("tape")).map {
      $0.drop { $0 != ":" }.drop { $0 != "b" }
    }
    #expect(lines.count == 3)
    #expect(Set(lines).count == 1)

    // The last steps of b each leave 1 − 2 · rate of the distance.
    let distances = try log.table("distance")
    #expect(distances.map { $0[0] } == [10, 100, 1_000, 10_000, 100_000])
    let left = (0..<9_000).reduce(1.0) { left, _ in left * 0.998 }
    #expect(isNear(distances[3][1] / distances[2][1] / left, 1, 0.01))

    // Small batches are faster at first, and restless in the end.
    let batches = Array(try log.table("batches").dropFirst())  // the sizes
    #expect(batches[0][3] < batches[0][2] && batches[0][2] < batches[0][1])
    #expect(batches.last![3] > batches.last![2])

    // NumPy: after step 46 the loss of the 20 points is next lower at step 164.
    #expect(try log.value("least-patience") == 118)
    let patient = try log.table("early-stopping")
    #expect(patient.last![3] < patient[0][3] / 10)
  }

  @Test func checkOfLinearRegression() throws {
    let log = try CommittedLog("3-LinearRegression/check")

    let gradients = try log.table("gradients").map { $0.suffix(2) }
    #expect(gradients.count == 6)
    #expect(gradients.allSatisfy { isNear($0.first!, $0.last!, 1e-8) })

    // The contributions of two ways add, but for the product of the two small changes,
    // 0.03 · 0.0401.
    let changes = try log.table("two-ways").map { $0.last! }
    #expect(isNear(changes[1], 0.01 * 12, 1e-3))
    #expect(isNear(changes[2], 0.01 * 24, 1e-3))
    #expect(isNear(changes[3] - changes[1] - changes[2], 0.0012, 1e-4))

    // The last step, rate · 2 · distance for b, is half of the last digit.
    let rest = try log.table("standstill").map { $0.last! }
    #expect(0.001 * 2 * rest[1] <= rest[3] * 1.001)
    #expect(rest[1] > 100 * rest[3])

    // The document's numbers fit together.
    let losses = try log.table("consistent").map { $0.last! }
    #expect(isNear(losses[0], losses[1], 1e-12))
  }

  @Test func mistakesOfLinearRegression() throws {
    let log = try CommittedLog("3-LinearRegression/mistakes")

    // The largest rate lies between one whose loss falls and one whose loss climbs.
    let rows = try log.table("rates")
    for (column, rate) in rows[0].enumerated() {
      let falls = rows[6][column + 1] < rows[1][column + 1]
      #expect(falls == (rate < (try log.value("largest-rate"))), "rate \(rate)")
    }

    // In another unit the loss climbs until it is no number.
    let losses = try log.table("unit").map { $0[1] }
    #expect(losses[1] > losses[0] && losses[5] == .infinity && losses[6].isNaN)
  }

  @Test func fromTensorSlices() throws {
    let exercises = try CommittedLog("4-FromTensorSlices/exercises")
    #expect(try exercises.region("own").last == "the same as fromTensorSlices: true")
    // np.count_nonzero(train_images) is 8994156 of 47040000.
    let ink = "white pixels: \(47_040_000 - 8_994_156) of 47040000"
    #expect(try exercises.region("ink")[0].hasPrefix(ink))
    // sklearn.neighbors.NearestCentroid gives 0.8203.
    #expect(try exercises.value("means-accuracy") == 0.8203)

    let mistakes = try CommittedLog("4-FromTensorSlices/mistakes")
    // Of labels shuffled apart a tenth still fits.
    #expect((5_700...6_300).contains(try mistakes.table("apart")[0][0]))
  }

  @Test func gradientsOfMLP() throws {
    let log = try CommittedLog("5-MLP/gradients")

    // The tape computes the gradients derived by hand.
    let rows = try log.region("gradients").dropFirst().map { $0.split(separator: " ") }
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0.last == "0.0" && Double($0[$0.count - 2])! > 0.01 })

    // Nudging one number of each parameter gives the slope of the tape.
    let slopes = try log.table("nudge").map { Array($0.suffix(2)) }
    #expect(slopes.count == 6)
    for slope in slopes {
      #expect(slope[0].magnitude > 0.03)
      #expect(isNear(slope[1] / slope[0], 1, 0.01))
    }

    // Numbers fade under Glorot's weights with ReLU. NumPy, with RandomState(66) and all
    // training images:
    let squares = zip(try log.table("magnitudes")[1], [0.1120, 0.0644, 0.0388, 0.0246])
    #expect(squares.allSatisfy { isNear($0, $1, 1e-4) })
  }

  @Test func mistakesOfMLP() throws {
    let log = try CommittedLog("5-MLP/mistakes")

    // Ten epochs of the mean are one of the sum.
    let mean = try log.row("mean, 10 epochs", in: "mean")
    let sum = try log.row("sum, 1 epoch", in: "mean")
    #expect(isNear(mean[0] * 10, sum[0], 1e-3))
    #expect(isNear(mean[1] * 10, sum[1], 5e-3))

    // Raw pixels kill every output.
    #expect(try log.value("raw-first") > 1000)
    #expect(try log.region("raw").last == "dead output units: 10 of 10")

    // Without one-hot all outputs say the same.
    #expect(try log.value("labels-accuracy") < 0.2)
    for line in try log.region("labels").dropFirst(2) {
      let outputs = line.split(separator: " ").suffix(10).map { Double($0)! }
      #expect(outputs.max()! - outputs.min()! < 0.6)
    }

    // A rate too large kills outputs, the more the larger it is.
    let dead = try ["0.01", "0.05", "0.1", "0.5"].map {
      try log.row("rate \($0)", in: "rates")[3]
    }
    #expect(dead == dead.sorted() && dead[1] == 0 && dead[2] > 0 && dead[3] == 10)

    // One seed begins with a dead output, which is never read.
    #expect(try log.value("dead-seeds") == 1)
    #expect(try log.region("dead")[4].hasPrefix("images of a 3 read right: 0 of "))

    // Truncated normal weights begin and end farther off.
    #expect(try log.value("truncated-first") > 3)
    #expect(
      try log.value("truncated-last") > 2
        * (try CommittedLog("5-MLP").value("last-loss")))
  }

  @Test func solutionsOfMLP() throws {
    let (main, log) = (try CommittedLog("5-MLP"), try CommittedLog("5-MLP/exercises"))

    // Smaller batches get farther in an epoch.
    let last = try ["1200 steps of 50", "300 steps of 200", "60 steps of 1000"].map {
      try log.row($0, in: "batch-size")[1]
    }
    #expect(last == last.sorted())

    // Three layers read more than one.
    let accuracies = try ["one linear layer", "one with relu", "three layers"].map {
      try log.row($0, in: "one-layer")[2]
    }
    #expect(accuracies.max() == accuracies[2])

    // An epoch with momentum is as good as ten without.
    let momentum = try log.row("decay 0.9", in: "momentum")[1]
    #expect(isNear(momentum, try main.value("last-loss"), 0.03))

    // A leaky unit is not dead.
    let threes = try log.table("leaky").filter { $0.count == 2 }.map { $0[1] }
    #expect(threes[0] == 0 && threes[1] > 800)
    #expect(try log.row("leaky relu", in: "leaky")[3] == 0)

    // Cross-entropy reads more in one epoch than squares in ten.
    let accuracy = try log.value("cross-entropy-accuracy")
    #expect(accuracy > 0.94)
    #expect(accuracy > (try main.value("accuracy")))
    let shares = try log.table("cross-entropy").dropFirst(2).map { $0.last! }
    #expect(isNear(shares.reduce(0, +), 1, 0.001))

    // Losses in file order rise and fall the same way from any seed.
    let together = try log.table("order").suffix(2).map { $0[0] }
    #expect(together[0] > 80 && (35...65).contains(together[1]))

    // Training stops five epochs after the held-out loss was lowest, and goes back.
    let epochs = try log.table("early-stopping")
    #expect(epochs[2][0] - epochs[1][0] == 5)
    #expect(epochs[2][1] < epochs[1][1])
    #expect(epochs[2][2] > epochs[1][2] && epochs[0][2] > epochs[1][2])
    #expect(epochs[3].last == epochs[1][2])
  }

  private func isNear(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    (a - b).magnitude <= tolerance
  }
}
