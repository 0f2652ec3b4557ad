import Testing

@testable import Plotting

@Suite struct SpanTests {
  private func ends(_ values: [Double], _ scale: Scale = .linear) -> [Double] {
    let span = Span(Axis(scale: scale), values: values)
    return [span.low, span.high]
  }

  @Test func dataHaveATwentiethMoreOnEitherSide() {
    #expect(ends([0, 10, 4]) == [-0.5, 10.5])
    #expect(ends([1, 100], .logarithmic) == [-0.1, 2.1])
  }

  @Test func edgesHaveNoMargin() {
    let span = Span(Axis(), values: [10], edges: [0])
    #expect(span.low == 0 && span.high == 10.5)
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
