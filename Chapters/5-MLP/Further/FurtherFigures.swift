import Plotting
import Tensors

// snippet.moves
/// Digits as they are, at the left, and as they may be drawn for some batches.
func movesFigure(_ images: Tensor<UInt8>) -> Figure {
  let random = RandomState(seed: bestSeed)
  let pictures = (0..<4).flatMap { row in
    let moves = moved(stack(Array(repeating: images[row], count: 9)), by: random)
    let all = [Tensor(images[row]) / 255] + (0..<9).map { moves[$0] }
    return all.map { digit in
      Image(
        width: 28, height: 28, values: digit.scalars.map { -Double($0) }, limits: -1...0
      )
    }
  }
  return Figure(
    images: pictures, columns: 10, width: 840,
    title: "Four training images, and nine moves of each")
}
// snippet.end

// snippet.wrong
/// All test images that are read wrong: digit and reading below each.
func wrongFigure(_ test: Evaluation, images: Tensor<UInt8>) -> Figure {
  let wrong = test.answers.filter { !$0.isRight }
  return Figure(
    images: wrong.map { answer in
      Image(
        width: 28, height: 28, values: images[answer.image].scalars.map { -Double($0) })
    },
    captions: wrong.map { "\($0.label) as \($0.reading)" }, columns: 12, width: 840,
    title: "All test images that are read wrong")
}
// snippet.end
