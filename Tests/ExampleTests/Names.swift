import Plotting
import Tensors

// The names that examples take for granted.

var figure: Figure { Figure() }

/// A one of a thick stroke, black on white.
let drawing = Tensor<UInt8>(
  shape: [40, 40],
  scalars: (0..<1600).map { i in
    (8..<32).contains(i / 40) && (18..<22).contains(i % 40) ? 0 : 255
  })
