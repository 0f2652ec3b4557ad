import ArgumentParser
import ChapterKit
import Digits
import Files
import Plotting
import Tensors

// snippet.arguments
/// `swift run MLP predict seven.png`: what the network reads in drawings.
struct Predict: Chapter {
  static let folder = "5-MLP/predict"
  static let configuration = CommandConfiguration(
    abstract: "Reads digits that you have drawn.",
    discussion: """
      Takes PNG files of at most 50,000,000 pixels with one digit each, drawn or \
      photographed, of any colours, dark on light or light on dark. Asks the network that \
      MLP further trained.
      """)

  @Argument(
    help: ArgumentHelp("Drawings, a digit each.", valueName: "file.png"),
    completion: .file(extensions: ["png"]), transform: path)
  var files: [String]

  /// Whose weights they are.
  enum Origin: String, CaseIterable, ExpressibleByArgument {
    case further
    case document
  }

  @Option(
    help: ArgumentHelp(
      "Ask the network that MLP further trained or, trained first, the document's.",
      discussion: "The default is further."))
  var network: Origin?

  @Option(
    help: ArgumentHelp(
      "Ask the network of this file, which --save of MLP or of MLP further wrote.",
      valueName: "file"),
    completion: .file(), transform: path)
  var weights: String?

  @Option(
    help: ArgumentHelp(
      "Draw in this PNG file what each stage of the preparation saw.",
      valueName: "steps.png"),
    completion: .file(extensions: ["png"]), transform: path)
  var steps: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard network == nil || weights == nil else {
      throw ValidationError("expected --network or --weights, found both")
    }
  }
  // snippet.end

  // snippet.predict
  /// Prints and draws what the network sees in each drawing and what it makes of it.
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let preparations = try files.map(Self.preparation)
    // Also of a drawing that is then refused: one wants to know why.
    if let steps { try stepsFigure(preparations).rendered().write(to: steps) }
    let digits = try zip(preparations, files).map { try $0.digit(name: $1) }
    let network = try trainedNetwork()
    let names = pictureNames(files)
    for (i, digit) in digits.enumerated() {
      let out = network.out(Tensor<Float>(stack([digit])) / 255)[0]
      guard out.isFinite else {
        throw SavedRunError(
          weights ?? Further.weights, expected: "weights that give finite outputs",
          found: "others for \(files[i])")
      }
      let reading = Self.reading(out)
      log.region("drawing-\(i + 1)", isApart: false) {
        log.print("\(files[i].inOneLine) is read as \(reading)")
        log.print(table(digit, out))
      }
      folder.add(
        "\(names[i]).png", drawingFigure(preparations[i], out, reading: reading))
    }
  }

  /// The search for the digit in the picture of a file.
  static func preparation(_ file: String) throws -> DigitPreparation {
    let picture = try Image(contentsOf: file)
    return DigitPreparation(
      of: Tensor(
        shape: [picture.height, picture.width, picture.channels.rawValue],
        scalars: picture.pixels))
  }

  /// The digit of the greatest output, where an output is more than 0.
  static func reading(_ out: Tensor<Float>) -> String {
    reduceMax(out).item > 0 ? "\(argmax(out).item)" : "no digit: all outputs are 0"
  }

  /// The network that the options ask for.
  func trainedNetwork() throws -> KerasStyle {
    if network == .document {
      let network = KerasStyle(initialWeights())
      _ = try ShortTraining(network, Digits.mnist(), epochs: 10)
      return network
    }
    return try SavedRun(contentsOf: weights ?? Further.weights).network
  }
  // snippet.end

  // snippet.predict-table
  /// The digit as the network sees it and, beside it, the ten outputs.
  func table(_ digit: Tensor<UInt8>, _ out: Tensor<Float>) -> String {
    var rows = halfBlocks(digit.scalars, width: 28)
    for (i, value) in out.scalars.map(Double.init).enumerated() {
      let margin = String(repeating: " ", count: 32 - rows[i + 2].count)
      let bar = String(repeating: "█", count: Int(min(value, 2) * 20))
      rows[i + 2] +=
        "\(margin)\(i)  \(value.fixed(3))" + (bar.isEmpty ? "" : "  \(bar)")
    }
    return rows.trimmingPrefix(while: \.isEmpty).joined(separator: "\n")
  }

  /// The names of the files without folder and up to a dot, each of them once.
  func pictureNames(_ files: [String]) -> [String] {
    var names: [String] = []
    for file in files {
      let name =
        file.split(separator: "/").last?.split(separator: ".").first ?? "drawing"
      let free = (1...).lazy.map { $0 == 1 ? "\(name)" : "\(name)-\($0)" }
        .first { !names.contains($0) }
      names.append(free!)
    }
    return names
  }
  // snippet.end
}
