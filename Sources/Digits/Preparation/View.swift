import Tensors

/// A drawing as a plane in which the ink is lighter than what it lies on.
struct View {
  let plane: Plane
  /// Whether the plane is a negative, of dark ink on a lighter ground.
  let isNegative: Bool
  /// How many pixels of the drawing, across and down, are one of the plane.
  let factor: Int

  /// Strokes are seen in fewer pixels a side than a photograph has.
  private static let longestSide = 1024

  /// What is broader than this part of the longer side is no stroke.
  static let part = 3

  /// Of all views of a drawing the one in which the most is thin and stands out. A single
  /// colour must show twice as much as gray does: mostly it is only noisier.
  init(of drawing: Tensor<UInt8>) {
    let longer = max(drawing.shape[0], drawing.shape[1])
    let factor = (longer + Self.longestSide - 1) / Self.longestSide
    let views = Plane.candidates(in: drawing, reducedBy: factor).flatMap {
      let view = View(plane: $0, isNegative: false, factor: factor)
      return [view, view.negative]
    }
    let strengths = views.map { $0.strength }
    let gray = strengths[0] >= strengths[1] ? 0 : 1
    let best = strengths.indices.max { strengths[$0] < strengths[$1] }!
    self = views[strengths[best] > 2 * strengths[gray] ? best : gray]
  }

  private init(plane: Plane, isNegative: Bool, factor: Int) {
    (self.plane, self.isNegative, self.factor) = (plane, isNegative, factor)
  }

  /// The same drawing as dark ink on light, if this is light on dark.
  var negative: View {
    View(plane: plane.inverted, isNegative: !isNegative, factor: factor)
  }

  /// This view or its negative, in which the border, where it has one shade, is dark.
  var onOneGround: View? {
    guard let shade = plane.borderShade else { return nil }
    let middle = (Int(plane.values.min()!) + Int(plane.values.max()!)) / 2
    return Int(shade) <= middle ? self : negative
  }

  /// How much of the plane is thin and stands out: the squares of what stands out from
  /// grounds of finer and finer grain, where the finer count more. So a stroke counts
  /// for more than the paper between it and a dark table, or the hole of a zero, which is
  /// light in the negative.
  private var strength: Int64 {
    let small = plane.reduced(by: (plane.longerSide + 255) / 256)
    var (sum, weight, part): (Int64, Int64, Int) = (0, 1, Self.part)
    while small.longerSide / part >= 2 {
      let ground = small.ground(part: part)
      let difference = small.difference(from: ground)
      let noise = difference.noise
      for value in difference.values where value > noise {
        let more = Int64(value) - Int64(noise)
        sum += weight * more * more
      }
      (weight, part) = (weight * 4, part * 2)
    }
    return sum
  }

  /// What stands out from the ground. Dark ink takes a part of the light away, and so 255
  /// is all the light that the paper has at this place: in a shadow ink differs less from
  /// its ground, but it is as black. Less than half of the brightest light is no shadow
  /// but a dark table, whose grain shall not be made strong.
  func contrast(over ground: Plane) -> Plane {
    var result = plane.difference(from: ground)
    if !isNegative { return result }
    let brightest = 255 - Int(ground.values.min()!)
    for i in result.values.indices {
      let light = max(255 - Int(ground.values[i]), brightest / 2, 1)
      result.values[i] = UInt8((2 * 255 * Int(result.values[i]) + light) / (2 * light))
    }
    return result
  }
}
