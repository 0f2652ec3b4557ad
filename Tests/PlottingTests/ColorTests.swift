import Testing

@testable import Plotting

@Suite struct ColormapTests {
  @Test func theEndsAreTheFirstAndTheLastColour() {
    #expect(Colormap.gray.color(0) == .black)
    #expect(Colormap.gray.color(1) == .white)
    #expect(Colormap.gray.color(0.5) == Color(0x808080))
    #expect(Colormap.gray.color(-3) == .black && Colormap.gray.color(7) == .white)
    #expect(Colormap.gray.color(.nan) == .lightGray)
  }

  @Test func viridisGetsLighterAllTheWay() {
    let light = (0...100).map { Colormap.viridis.color(Double($0) / 100).luminance }
    #expect(zip(light, light.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func aDivergingMapHasZeroInItsMiddle() {
    #expect(Colormap.diverging.limits(of: [-1, 3]) == -3...3)
    #expect(Colormap.viridis.limits(of: [-1, .nan, 3]) == -1...3)
    #expect(Colormap.viridis.limits(of: [2, 2]) == 1.5...2.5)
    #expect(Colormap.viridis.limits(of: []) == 0...1)
  }

  @Test func theCycleDiffersInGray() {
    let light = Color.cycle.map(\.luminance).sorted()
    #expect(zip(light, light.dropFirst()).allSatisfy { $1 - $0 > 0.03 })
    #expect(Set(Dashes.allCases).count >= Color.cycle.count)
    #expect(Set(Marker.allCases).count >= Color.cycle.count)
  }
}
