import Foundation
import TestSupport
import Testing

/// The examples of doc comments compile, and print what stands behind them. The plugin of
/// this target has gathered them in `Example.all`.
@Suite struct ExampleTests {
  @Test(arguments: Example.all.indices)
  func printsWhatItSays(_ index: Int) async {
    // In a process of its own: examples write files where they are run.
    await #expect(processExitsWith: .success) { [index] in
      let folder = TemporaryFolder()
      try #require(chdir(folder.path) == 0)
      // The folder of digits that an example reads.
      try FileManager.default.createSymbolicLink(
        atPath: "fashion-mnist", withDestinationPath: package.path + "/Sources/CMNIST")
      try Example.all[index].run(Example.all[index])
    }
  }
}

/// An example and where it stands.
struct Example: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let run: @Sendable (Example) throws -> Void

  init(_ place: String, run: @escaping @Sendable (Example) throws -> Void) {
    testDescription = place
    self.run = run
  }

  /// Compares what a value prints with what the example says.
  /// A string may stand there in quotes.
  func expect(_ value: some Any, prints text: String) {
    let printed =
      value is String && text.hasPrefix("\"") ? "\"\(value)\"" : "\(value)"
    #expect(printed == text, "\(testDescription) prints \(printed)")
  }
}
