import ArgumentParser
import ChapterKit

// snippet.arguments
/// `swift run LinearRegression search`: how the seed of the reconstruction was found.
struct SeedSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract:
      "Finds the noise seed with which all four of the document's numbers come out.")
  // snippet.end

  // snippet.search
  /// Tries noise seeds from 0 on until the descent ends in the document's numbers, to
  /// the last digit.
  func run() throws {
    var bar = ProgressBar("noise seeds", total: 10_000)
    for seed in UInt32(0)... {
      bar.update(Int(seed))
      if Sample.reconstructed(noiseSeed: seed).givesTheDocumentsNumbers {
        print("noise seed \(seed)")
        return
      }
    }
  }
  // snippet.end
}

// snippet.gives
extension Sample {
  /// Whether the document's program prints its four numbers for this sample.
  var givesTheDocumentsNumbers: Bool {
    guard loss(b: 0, w: 0, xArr: xArr, yArr: yArr) == Document.initialLoss else {
      return false
    }
    let (b, w) = gradientDescent(
      bStart: 0, wStart: 0, xArr: xArr, yArr: yArr, lr: 0.001, iterations: 100_000)
    return b == Document.b && w == Document.w
      && loss(b: b, w: w, xArr: xArr, yArr: yArr) == Document.finalLoss
  }
}
// snippet.end
