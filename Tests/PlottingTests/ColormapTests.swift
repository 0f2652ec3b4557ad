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

  @Test func anImageOfNumbersShowsAllFiniteOnes() {
    func reds(_ values: [Double]) -> [UInt8] {
      let image = Image(width: values.count, height: 1, values: values)
      return (0..<values.count).map { image[$0, 0].red }
    }
    #expect(reds([-1, 1, 3]) == [0, 128, 255])
    #expect(reds([-1, .nan, 3]) == [0, Color.lightGray.red, 255])
    #expect(reds([2, 2]) == [128, 128])
    #expect(reds([.infinity]) == [Color.lightGray.red])
  }

  @Test func limitsCutWhatIsBeyondThem() {
    let image = Image(
      width: 3, height: 1, values: [-9, 0, 4], colormap: .diverging, limits: -8...8)
    #expect(image[0, 0] == Color(0x123A6B))
    #expect(image[1, 0] == Color(0xF7F7F7))
    #expect(image[2, 0] == Colormap.diverging.color(0.75))
  }

  @Test func theCycleDiffersInGray() {
    let light = Color.cycle.map { $0.luminance }.sorted()
    #expect(zip(light, light.dropFirst()).allSatisfy { $1 - $0 > 0.03 })
    #expect(Set(Dashes.allCases).count >= Color.cycle.count)
  }
}
