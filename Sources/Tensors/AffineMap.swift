/// Images moved, turned, scaled and sheared, each by a map of its own.
///
///     let dot: Tensor<UInt8> = [[[0, 0, 0], [0, 8, 0], [0, 0, 0]]]
///     affineMap(dot, by: [[[1, 0, 0], [0, 1, 0.25]]])
///     // [[[0. 0. 0.]
///     //   [2. 6. 0.]
///     //   [0. 0. 0.]]]
///
/// The images are `[n, height, width]`, the maps `[n, 2, 3]`. Under the map
/// [[a b c] [d e f]], pixel (y, x) becomes what its image has at (y′, x′):
///
/// - y′ = a y + b x + c
/// - x′ = d y + e x + f
///
/// All four count from the image's middle: with f = 1/4, as above, the image moves to the
/// left. Between pixels it is interpolated, first along its rows and then across them;
/// beyond its border it is 0.
public func affineMap(
  _ images: Tensor<UInt8>, by maps: Tensor<Float>,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Float> {
  guard images.rank == 3, maps.shape == [images.shape[0], 2, 3] else {
    fatalError(
      "affineMap: cannot map \(images.shape.dimensions) by \(maps.shape.dimensions)",
      file: file, line: line)
  }
  return mapped(images, by: maps)
}
