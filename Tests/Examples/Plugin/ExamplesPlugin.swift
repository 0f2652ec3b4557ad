import PackagePlugin

/// Gathers the examples in the doc comments of all modules that a test target depends on.
@main
struct ExamplesPlugin: BuildToolPlugin {
  func createBuildCommands(
    context: PluginContext, target: Target
  ) async throws -> [Command] {
    var modules: [SwiftSourceModuleTarget] = []
    for case .target(let module as SwiftSourceModuleTarget) in target.dependencies {
      modules.append(module)
    }
    let sources = modules.flatMap { $0.sourceFiles(withSuffix: "swift").map(\.url) }
    let output = context.pluginWorkDirectoryURL.appending(path: "Examples.swift")
    return [
      .buildCommand(
        displayName: "Gathering the examples of doc comments",
        executable: try context.tool(named: "ExampleGatherer").url,
        arguments: [output.path, modules.map(\.name).joined(separator: ",")]
          + sources.map(\.path),
        inputFiles: sources, outputFiles: [output])
    ]
  }
}
