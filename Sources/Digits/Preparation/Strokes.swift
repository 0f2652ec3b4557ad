/// What stands out from its ground by enough to be ink, in pieces that hang together.
struct Strokes {
  /// How much each pixel stands out.
  let contrast: Plane
  /// The least contrast of ink.
  let threshold: Int
  let pieces: [Component]

  init(in contrast: Plane, above noise: Int) {
    self.contrast = contrast
    let threshold = contrast.threshold(above: noise)
    let pieces = contrast.components(from: threshold)
    // Where most of it goes over the border, these are lines that lean, and the ink is
    // what stands out from them.
    let spanning = pieces.filter { $0.spansBorder(of: contrast) }
    let higher = contrast.threshold(above: threshold)
    if 2 * spanning.mass > pieces.mass,
      contrast.values.contains(where: { $0 >= higher })
    {
      (self.threshold, self.pieces) = (higher, contrast.components(from: higher))
    } else {
      (self.threshold, self.pieces) = (threshold, pieces)
    }
  }
}

extension [Component] {
  /// All the ink in them.
  var mass: Int64 { reduce(0) { $0 + $1.mass } }
}
