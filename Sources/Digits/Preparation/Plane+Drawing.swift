import Tensors

extension Plane {
  /// What may show the strokes of a drawing, reduced by a factor: its gray, and red,
  /// green and blue, on white paper where it can be seen through. Or its opacity alone:
  /// where what can be seen has one colour, the opacity is all that was drawn.
  static func candidates(in drawing: Tensor<UInt8>, reducedBy factor: Int) -> [Plane] {
    let (height, width) = (drawing.shape[0], drawing.shape[1])
    let channels = drawing.rank == 3 ? drawing.shape[2] : 1
    let bytes = drawing.scalars
    if channels == 4, bytes.isDrawnByOpacity {
      return [
        Plane(width: width, height: height, reducedBy: factor) { bytes[4 * $0 + 3] }
      ]
    }
    let planes = (0..<min(channels, 3)).map { channel in
      Plane(width: width, height: height, reducedBy: factor) { pixel in
        let light = bytes[channels * pixel + channel]
        if channels < 4 { return light }
        let opacity = Int(bytes[4 * pixel + 3])
        return UInt8((Int(light) * opacity + 255 * (255 - opacity) + 127) / 255)
      }
    }
    return planes.count == 1 ? planes : [gray(planes[0], planes[1], planes[2])] + planes
  }

  /// 0.299 red + 0.587 green + 0.114 blue, by Rec. 601 on the stored values.
  private static func gray(_ red: Plane, _ green: Plane, _ blue: Plane) -> Plane {
    var gray = red
    for i in gray.values.indices {
      let sum: Int =
        299 * Int(red.values[i]) + 587 * Int(green.values[i]) + 114
        * Int(blue.values[i])
      gray.values[i] = UInt8((sum + 500) / 1000)
    }
    return gray
  }
}

extension [UInt8] {
  /// Whether, of pixels of red, green, blue and opacity, some are clear and those that
  /// are not differ by an eighth of the scale at most.
  fileprivate var isDrawnByOpacity: Bool {
    var least: [UInt8] = [255, 255, 255]
    var most: [UInt8] = [0, 0, 0]
    var isClear = false
    for i in stride(from: 0, to: count, by: 4) {
      if self[i + 3] < 128 {
        isClear = true
        continue
      }
      for channel in 0..<3 {
        least[channel] = Swift.min(least[channel], self[i + channel])
        most[channel] = Swift.max(most[channel], self[i + channel])
      }
    }
    return isClear && zip(least, most).allSatisfy { Int($1) - Int($0) <= 32 }
  }
}
