import Digits
import Files
import Learning
import Plotting
import Safetensors
import Tensors

// snippet.live-network
/// A network to be asked, as a file of weights and biases has it: the document's or, if
/// the file says so, a better one, whose outputs are probabilities.
package struct AskedNetwork {
  private let layers: [Dense]
  private let givesProbabilities: Bool

  package init(_ file: Safetensors) throws(FileError) {
    givesProbabilities = file.metadata.contains { $0 == ("network", "further") }
    var layers: [Dense] = []
    for (i, (inputs, outputs)) in [(784, 512), (512, 256), (256, 10)].enumerated() {
      let layer = Dense(
        w: try file.tensor("w\(i + 1)", shape: [inputs, outputs]),
        activation: i == 2 && givesProbabilities ? .linear : .relu)
      layer.b.assign(try file.tensor("b\(i + 1)", shape: [outputs]))
      layers.append(layer)
    }
    self.layers = layers
  }

  /// The ten outputs for a digit of 28 × 28 bytes.
  package func out(_ digit: Tensor<UInt8>) -> Tensor<Float> {
    let x = reshape(Tensor<Float>(stack([digit])) / 255, [-1, 28 * 28])
    let out = layers.reduce(x) { x, layer in layer(x) }[0]
    return givesProbabilities ? softmax(out) : out
  }
}
// snippet.end

// snippet.live-drawing
/// What networks read in a digit that is drawn in a page.
package struct DrawnDigit {
  /// The digit as the networks see it, or nil where none is found.
  package let digit: Tensor<UInt8>?
  /// Why there is none.
  package let fault: String
  /// The outputs of each network.
  package let outputs: [Tensor<Float>]

  /// Prepares a picture as `MLP predict` does, and asks the networks.
  package init(_ picture: Image, _ networks: [AskedNetwork]) {
    let drawing = Tensor(
      shape: [picture.height, picture.width, picture.channels.rawValue],
      scalars: picture.pixels)
    do throws(DrawingError) {
      let digit = try DigitPreparation(of: drawing).digit(name: "drawing")
      (self.digit, fault) = (digit, "")
      outputs = networks.map { $0.out(digit) }
    } catch {
      (digit, fault) = (nil, error.description)
      outputs = networks.map { _ in zeros([10]) }
    }
  }

  /// What each network reads.
  package var readings: [String] {
    outputs.map { out in reduceMax(out).item > 0 ? "\(argmax(out).item)" : "–" }
  }

  /// The digit as the networks see it and, beside it, the ten outputs of each.
  package func figure(names: [String], width: Double) -> Figure {
    let rows = outputs.count
    let figure = Figure(
      rows: rows, columns: 2, width: width, height: 160 * Double(rows), widths: [1, 2])
    let shades = digit?.scalars ?? Array(repeating: 0, count: 28 * 28)
    figure[0].title = "28 × 28"
    figure[0].image(
      Image(
        width: 28, height: 28, values: shades.map { -Double($0) }, limits: -255...0))
    for (row, out) in outputs.enumerated() {
      figure[row, 0].hasFrame = false
      let panel = figure[row, 1]
      panel.title = "\(names[row]): \(readings[row])"
      panel.bars(out.scalars.map { Double($0) })
      panel.y.limits = 0...max(1.2, Double(reduceMax(out).item))
      panel.x.ticks = Tick.categories((0..<10).map { String($0) })
    }
    return figure
  }
}
// snippet.end
