import FixedMath
import Foundation
import Testing

@Suite struct DirectionTests {
  @Test func agreesWithTheCLibrary() {
    for degrees in stride(from: -400.0, through: 400, by: 7.3) {
      let direction = FixedMath.direction(degrees: degrees)
      #expect(abs(direction.cosine - cos(degrees * .pi / 180)) < 1e-14)
      #expect(abs(direction.sine - sin(degrees * .pi / 180)) < 1e-14)
    }
  }

  @Test func quarterTurnsAreExact() {
    let angles = [0.0, 90, 180, -90, 720, .infinity]
    let directions = angles.map { FixedMath.direction(degrees: $0) }
    #expect(directions.map { $0.cosine } == [1, 0, -1, 0, 1, 1])
    #expect(directions.map { $0.sine } == [0, 1, 0, -1, 0, 0])
  }
}
