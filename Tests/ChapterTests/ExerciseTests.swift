import Testing

/// What the book says of the solutions holds for the logs in Output/, which BookTests
/// compares with what the solutions write.
@Suite struct LossFunctionsExerciseTests {
  private let log: Log
  private let points: [[Double]]

  init() throws {
    log = try Log("1-LossFunctions/exercises")
    points = try Log("1-LossFunctions").table("points")
  }

  @Test func theSecondCandidateIsCloser() {
    let losses = log.table("closer-line").map { $0.last! }
    #expect(losses.count == 2)
    #expect(losses[1] < losses[0])
  }

  @Test func manyPointsLeadBackToTheLineAndToTheNoise() {
    let last = log.table("more-points").last!
    #expect(last[0] == 5000)
    #expect((last[1] - 1).magnitude < 0.001)
    #expect((last[2] - 1).magnitude < 0.02)
    #expect((last[3] - 0.25).magnitude < 0.005)
  }

  @Test func oneWrongPointMovesTheSquaredLineOnly() {
    let lines = log.table("outlier")
    #expect(lines.count == 4)
    #expect(lines[3] == lines[1])
    #expect((lines[2][0] - lines[0][0] - 2).magnitude < 1e-9)
  }

  @Test func theSearchFindsTheSlopeWhoseDerivativeIsZero() {
    let xy = points.map { $0[0] * ($0[1] - 1) }.reduce(0, +)
    let xx = points.map { $0[0] * $0[0] }.reduce(0, +)
    let found = log.table("ternary-search")[0]
    #expect(points.count == 5)
    #expect((found[1] - xy / xx).magnitude <= 0.00005)
  }

  @Test func searchingBothFindsTheClosestLine() {
    let lines = log.table("both")
    #expect(lines[0] == lines[1])
    #expect(lines[2] == [log.value("losses")!])
  }
}

@Suite struct GradientDescentExerciseTests {
  private let log: Log

  init() throws {
    log = try Log("2-GradientDescent/exercises")
  }

  @Test func tenTimesAsFarIsTenOrElevenStepsMore() {
    let rows = log.table("start").dropFirst()  // the rates
    let steps = rows.map { $0[1] }
    #expect(steps.count == 4)
    for (near, far) in zip(steps, steps.dropFirst()) {
      #expect((10...11).contains(far - near))
    }
    #expect(rows.allSatisfy { $0[2] == 1 })
  }

  @Test func theCentralErrorFallsByTheSquareOfTheStep() {
    let rows = log.table("differences")
    #expect(rows.count == 7)
    #expect(rows[0][2] / rows[1][2] == 10_000)
    #expect(rows[0][1] / rows[1][1] == 100)
    #expect(rows.min { $0[2] < $1[2] }![0] == 1e-5)
  }

  @Test func theWaysEndWhereTheDerivativeIsZero() {
    for row in log.table("two-valleys") {
      let x = row[1]
      #expect((4 * x * x * x - 8 * x + 1).magnitude < 0.001)
    }
    #expect(log.table("two-valleys").map { $0[1] < 0 } == [true, true, false, false])
  }

  @Test func someMomentumIsFasterAndTooMuchIsSlower() {
    let steps = log.table("momentum").map { $0[1] }
    #expect(steps.min() == steps[3])
    #expect(steps.last! > steps[0])
  }

  @Test func theBisectionFindsTheRateOfOne() {
    #expect((log.value("largest-rate")! - 1).magnitude < 1e-8)
    for row in log.table("bisection") {
      #expect((row[0] * row.last! - 1).magnitude < 1e-5)
    }
  }
}

@Suite struct LinearRegressionExerciseTests {
  private let log: Log

  init() throws {
    log = try Log("3-LinearRegression/exercises")
  }

  @Test func aRateInTheMiddleNeedsTheFewestSteps() {
    let steps = log.table("rates").map { $0[1] }
    #expect(steps.count == 7)
    #expect(steps.min() == steps[4])
  }

  @Test func tensorsAndTheTapeGiveTheNumbersOfTheLoops() {
    let lines =
      (log.region("vectorized") + log.region("tape")).map {
        $0.drop { $0 != ":" }.drop { $0 != "b" }
      }
    #expect(lines.count == 3)
    #expect(Set(lines).count == 1)
  }

  @Test func tenTimesTheStepsLeadFarNearer() {
    let rows = log.table("distance")
    #expect(rows.map { $0[0] } == [10, 100, 1_000, 10_000, 100_000])
    for (before, after) in zip(rows, rows.dropFirst()) {
      #expect(after[1].magnitude < before[1].magnitude)
    }
    // The last steps of b each leave 1 − 2 · rate of the distance.
    let ratio = rows[3][1] / rows[2][1]
    var left = 1.0
    for _ in 0..<9_000 { left *= 0.998 }
    #expect((ratio / left - 1).magnitude < 0.01)
  }

  @Test func smallBatchesAreFasterAtFirstAndRestlessInTheEnd() {
    let rows = Array(log.table("batches").dropFirst())  // the sizes
    #expect(rows[0][3] < rows[0][2])
    #expect(rows[0][2] < rows[0][1])
    #expect(rows.last![3] > rows.last![2])
  }

  @Test func patienceLeadsOn() {
    let rows = log.table("early-stopping")
    #expect(rows.map { $0[1] } == rows.map { $0[1] }.sorted())
    #expect(rows.last![3] < rows[0][3] / 10)
    // NumPy: after step 46 the loss of the 20 points is next lower at step 164.
    #expect(log.value("least-patience") == 118)
  }
}

@Suite struct LinearRegressionCheckTests {
  private let log: Log

  init() throws {
    log = try Log("3-LinearRegression/check")
  }

  @Test func theGradientsAgreeWithDifferences() {
    let rows = log.table("gradients")
    #expect(rows.count == 6)
    for row in rows {
      let (formula, difference) = (row[row.count - 2], row[row.count - 1])
      #expect((formula - difference).magnitude <= 1e-8)
    }
  }

  @Test func theContributionsOfTwoWaysAdd() {
    let changes = log.table("two-ways").map { $0.last! }
    #expect(changes.count == 4)
    #expect((changes[1] - 0.01 * 12).magnitude < 1e-3)
    #expect((changes[2] - 0.01 * 24).magnitude < 1e-3)
    // What is left over is the product of the two small changes, 0.03 · 0.0401.
    #expect((changes[3] - changes[1] - changes[2] - 0.0012).magnitude < 1e-4)
  }

  @Test func theLastStepIsHalfOfTheLastDigit() {
    let rows = log.table("standstill").map { $0.last! }
    // A step is rate · 2 · distance for b, and 2 · mean of x² times that for w.
    #expect(0.001 * 2 * rows[1] <= rows[3] * 1.001)
    #expect(rows[1] > 100 * rows[3])
  }

  @Test func theDocumentsNumbersFitTogether() {
    let rows = log.table("consistent").map { $0.last! }
    #expect((rows[0] - rows[1]).magnitude < 1e-12)
  }
}

@Suite struct MistakeTests {
  @Test func withoutTheSquareFiveCandidatesAreAlike() throws {
    let rows = try Log("1-LossFunctions/mistakes").table("no-square")
    #expect(rows.count == 6)
    #expect(rows.filter { $0[2] == -0.026 }.count == 5)
    #expect(Set(rows.map { $0[3] }).count == 6)
  }

  @Test func twoPointsAboveOnePlaceGiveNoLine() throws {
    let log = try Log("1-LossFunctions/mistakes")
    #expect(
      log.region("same-x").dropFirst() == [
        "Elimination: w = inf, b = -inf", "loss = nan",
      ])
  }

  @Test func theLargestRateLiesBetweenOneThatFallsAndOneThatClimbs() throws {
    let log = try Log("3-LinearRegression/mistakes")
    let rows = log.table("rates")
    let (rates, first, later) = (rows[0], rows[1], rows[6])
    for (column, rate) in rates.enumerated() {
      let falls = later[column + 1] < first[column + 1]
      #expect(falls == (rate < log.value("largest-rate")!), "rate \(rate)")
    }
  }

  @Test func inAnotherUnitTheLossClimbsUntilItIsNoNumber() throws {
    let rows = try Log("3-LinearRegression/mistakes").table("unit")
    #expect(rows[1][1] > rows[0][1])
    #expect(rows[5][1] == .infinity)
    #expect(rows[6][1].isNaN)
  }
}
