import ChapterKit
import Tensors

// snippet.early-stopping
extension Exercises {
  /// Descends on `training` until the loss of `validation` has not become smaller for
  /// `patience` steps. Returns the line that did best there, and its step.
  func descend(
    on training: Sample, watching validation: Sample, patience: Int
  ) -> (b: Double, w: Double, step: Int) {
    var (b, w, step) = (0.0, 0.0, 0)
    var (best, least) = ((b: b, w: w, step: step), Double.infinity)
    while step < best.step + patience {
      (b, w) = stepGradient(
        bCur: b, wCur: w, xArr: training.xArr, yArr: training.yArr, lr: 0.001)
      step += 1
      let loss = loss(b: b, w: w, xArr: validation.xArr, yArr: validation.yArr)
      if loss < least { (best, least) = ((b, w, step), loss) }
    }
    return best
  }

  /// Learns from 80 points, drawn by chance, and watches the other 20.
  func stopEarly(on sample: Sample, _ log: Transcript) {
    let order = RandomState(seed: 1).permutation(100)
    let training = sample.part(order[..<80])
    let validation = sample.part(order[80...])
    log.region("early-stopping") {
      log.print("patience  step  training  validation")
      for patience in [10, 100, 200, 1000] {
        let (b, w, step) = descend(
          on: training, watching: validation, patience: patience)
        let (learned, held) = (
          loss(b: b, w: w, xArr: training.xArr, yArr: training.yArr),
          loss(b: b, w: w, xArr: validation.xArr, yArr: validation.yArr)
        )
        log.print(
          "\(patience)".padded(8) + "\(step)".padded(6) + learned.fixed(5).padded(10)
            + held.fixed(5).padded(12))
      }
    }
    let bend = descend(on: training, watching: validation, patience: 100).step
    let least = (101...).first {
      descend(on: training, watching: validation, patience: $0).step > bend
    }
    log.value("least-patience", Double(least!))
  }
}

extension Sample {
  /// The points at the given places.
  func part(_ places: ArraySlice<Int>) -> Sample {
    Sample(name: name, xArr: places.map { xArr[$0] }, yArr: places.map { yArr[$0] })
  }
}
// snippet.end
