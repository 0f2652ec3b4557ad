import Testing

@testable import Plotting

@Suite struct ExtentTests {
  private func ends(_ values: [Double], _ scale: Scale = .linear) -> [Double] {
    var extent = Extent(scale: scale)
    for value in values { extent.include(value) }
    return [extent.withMargins.low, extent.withMargins.high]
  }

  @Test func dataHaveATwentiethMoreOnEitherSide() {
    #expect(ends([0, 10, 4]) == [-0.5, 10.5])
    #expect(ends([1, 100], .logarithmic) == [-0.1, 2.1])
  }

  @Test func edgesHaveNoMargin() {
    var extent = Extent(scale: .linear)
    extent.include([10], edges: [0])
    #expect(extent.withMargins == (0, 10.5))
  }

  @Test func whatHasNoPlaceIsLeftOut() {
    #expect(ends([.nan, 0, .infinity, 10]) == [-0.5, 10.5])
    #expect(ends([0, -5, 1, 100], .logarithmic) == [-0.1, 2.1])
  }

  @Test func noDataAndEqualDataHaveAWidth() {
    #expect(ends([]) == [0, 1])
    #expect(ends([0, 0]) == [-0.5, 0.5])
    #expect(ends([5]) == [4.5, 5.5])
    #expect(ends([10, 10], .logarithmic) == [0.5, 1.5])
  }
}
