extension Image {
  /// An image of `height · width` numbers, row by row, shown by a colour map. The range
  /// from the least to the greatest is shown unless `limits` are given.
  ///
  ///     Image(width: 3, height: 1, values: [0, 0.5, 1])[2, 0] == .white  // true
  public init(
    width: Int, height: Int, values: [Double], colormap: Colormap = .gray,
    limits: ClosedRange<Double>? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    let limits = limits ?? Self.limits(of: values)
    let pixels = values.flatMap { value in
      let color = colormap.color(value, in: limits)
      return [color.red, color.green, color.blue]
    }
    self.init(
      width: width, height: height, channels: .rgb, pixels: pixels, file: file,
      line: line)
  }

  /// The range of the finite values, or one of width 1 where they have none.
  private static func limits(of values: [Double]) -> ClosedRange<Double> {
    let finite = values.filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max() else { return 0...1 }
    return low < high ? low...high : low - 0.5...high + 0.5
  }
}
