import ChapterKit

// snippet.arguments
// The options of a run in their three forms: as the chapter's properties, on a command
// line, and in the metadata of a saved run.

extension MLP {
  /// Where a run is saved that is interrupted without a place to be saved in.
  static let rescue = "mlp.interrupted.safetensors"

  /// The options that decide what a run computes and prints, by their names.
  var options: [(key: String, value: String)] {
    let data = data.map { [("data", $0)] } ?? []
    return [
      ("style", style.rawValue), ("epochs", "\(epochs)"),
      ("batch-size", "\(batchSize)"), ("learning-rate", "\(learningRate)"),
      ("seed", "\(seed)"), ("initializer", initializer.rawValue),
      ("reduction", "\(reduction)"), ("every-step", "\(everyStep)"),
    ] + data
  }

  /// The names of all of them.
  static let optionNames = [
    "style", "epochs", "batch-size", "learning-rate", "seed", "initializer",
    "reduction", "every-step", "data",
  ]

  /// Those of a resumed run that may differ from what they were.
  static let changeableNames = ["epochs", "every-step", "data"]

  /// What decides how the network begins and learns.
  var settings: Settings {
    Settings(
      seed: seed, initializer: initializer, learningRate: learningRate,
      reduction: reduction)
  }

  /// A run that is resumed has the options that it was begun with, then those given.
  static func arguments() throws -> [String] {
    let given = Array(CommandLine.arguments.dropFirst())
    guard let resume = (try? parseAsRoot(given) as? MLP)?.resume else { return given }
    return try SavedRun(contentsOf: resume).arguments() + given
  }
}

extension SavedRun {
  /// The run's options, on a command line.
  func arguments() throws -> [String] {
    let saved = file.metadata.filter { MLP.optionNames.contains($0.key) }
    let arguments = saved.compactMap { key, value in
      switch (key, value) {
      case ("every-step", "true"): "--every-step"
      case ("every-step", "false"): nil
      default: "--\(key)=\(value)"
      }
    }
    guard let run = try? MLP.parse(arguments) else {
      throw SavedRunError(
        path, expected: "the options of a run in its metadata",
        found: arguments.joined(separator: " "))
    }
    for (key, value) in run.options {
      let found = saved.first { $0.key == key }?.value
      guard found == value else {
        throw SavedRunError(
          path, expected: "the option \(key) in its metadata", found: found ?? "none")
      }
    }
    return arguments
  }

  /// Sees that a run has the options of this one, but for those that may change.
  func requireOptions(of run: MLP) throws {
    for (key, saved) in try MLP.parse(arguments()).options {
      let given = run.options.first { $0.key == key }?.value
      guard given == saved || MLP.changeableNames.contains(key) else {
        throw SavedRunError(
          path, expected: "a run with --\(key) \(given ?? "")", found: saved)
      }
    }
  }
}
// snippet.end
