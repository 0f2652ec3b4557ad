import ChapterKit
import Tensors

// snippet.tape
extension Exercises {
  /// A thousand steps for which nobody derived a gradient by hand.
  func descendWithATape(on sample: Sample, _ log: Transcript) {
    let (x, y) = (Tensor(sample.xArr), Tensor(sample.yArr))
    let b = Variable(Tensor(0.0))
    let w = Variable(Tensor(0.0))
    for _ in 0..<1000 {
      let tape = GradientTape()
      let loss = tape.record { reduceMean(square(w.value * x + b.value - y)) }
      let gradients = tape.gradient(of: loss, withRespectTo: [b, w])
      b.assignSubtract(0.001 * gradients[0]!)
      w.assignSubtract(0.001 * gradients[1]!)
    }
    log.region("tape") {
      log.print(
        "tape: b = \(b.value.item.python), w = \(w.value.item.python)")
    }
  }
}
// snippet.end
