import Plotting
import Tensors

// The names that examples take for granted.

var figure: Figure { Figure() }
let drawing = Tensor<UInt8>(
  shape: [40, 40], scalars: (0..<1600).map { $0 % 40 / 4 == 5 ? 0 : 255 })
