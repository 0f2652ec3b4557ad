import Tensors

// snippet.sample
/// Points to fit a line to.
struct Sample {
  /// Where the points come from, for the reader.
  let name: String
  let xArr: [Double]
  let yArr: [Double]
}
// snippet.end

// snippet.drawn
extension Sample {
  /// The document's simulated data: y = 2x + 1 with noise of standard deviation 0.2,
  /// as NumPy draws it after `np.random.seed(seed)`.
  static func drawn(seed: UInt32, points: Int) -> Sample {
    let random = RandomState(seed: seed)
    let xData: Tensor<Double> = linspace(-10, 10, count: points)
    let yData = 2.0 * xData + 1.0 + random.randn([points]) * 0.2
    return Sample(
      name: "sample of seed \(seed)", xArr: xData.scalars, yArr: yData.scalars)
  }
}
// snippet.end

// snippet.printed
/// The four numbers that the document prints.
enum Document {
  static let initialLoss = 136.91315134241083
  static let b = 1.0170737051230807
  static let w = 1.9987051102211508
  static let finalLoss = 0.027859262495676634
}
// snippet.end

// snippet.reconstructed
extension Sample {
  /// A reconstruction of the document's sample, which was drawn without a seed and is
  /// lost: another sample of which its program prints the same four numbers.
  ///
  /// The least-squares line of y = w · x + b + e has the slope w and the intercept b
  /// when the noise e has no mean and no slope, and its loss is then the mean square
  /// of e. So noise of any seed will do once its mean and slope are taken away and it
  /// is scaled to the document's final loss. The descent stops a little short of the
  /// least-squares line, where a step is less than half of the last digit of w or b:
  /// the two offsets make up for that.
  static func reconstructed(noiseSeed: UInt32) -> Sample {
    let x: Tensor<Double> = linspace(-10, 10, count: 100)
    var noise = RandomState(seed: noiseSeed).randn([100])
    noise = noise - reduceMean(noise)
    noise = noise - reduceSum(noise * x) / reduceSum(x * x) * x
    noise = noise * (Document.finalLoss / reduceMean(noise * noise).item).squareRoot()
    let y = (Document.w + 1.62e-15) * x + (Document.b + 5.57e-14) + noise
    return Sample(
      name: "reconstructed sample", xArr: x.scalars, yArr: y.scalars)
  }

  /// The first noise seed whose sample gives the four numbers to the last digit.
  static let noiseSeed: UInt32 = 400
}
// snippet.end
