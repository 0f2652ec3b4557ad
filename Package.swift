// swift-tools-version: 6.3
import PackageDescription

/// A chapter of the book: the program that its folder in Chapters/ is named after.
func chapter(_ folder: String, uses libraries: [Target.Dependency]) -> Target {
  .executableTarget(
    name: String(folder.drop { $0 != "-" }.dropFirst()),
    dependencies: ["ChapterKit", "Live", "Plotting"] + libraries,
    path: "Chapters/\(folder)")
}

/// The tests of a module, beside what NumPy and others made for them.
func tests(of module: String, uses others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(module)Tests",
    dependencies: [.byName(name: module), "TestSupport"] + others,
    exclude: ["Fixtures"])
}

let chapters: [Target.Dependency] = [
  "LossFunctions", "GradientDescent", "LinearRegression", "FromTensorSlices", "MLP",
]

let package = Package(
  name: "FirstSteps",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // Chapters
    chapter("1-LossFunctions", uses: ["Tensors"]),
    chapter("2-GradientDescent", uses: ["Tensors"]),
    chapter("3-LinearRegression", uses: ["Tensors"]),
    chapter("4-FromTensorSlices", uses: ["Digits", "Learning", "Tensors"]),
    chapter("5-MLP", uses: ["Digits", "Files", "Learning", "Safetensors", "Tensors"]),

    // Library
    .target(name: "FixedMath"),
    .target(name: "Tensors", dependencies: ["FixedMath"]),
    .target(name: "Learning", dependencies: ["Tensors"]),
    .target(name: "Safetensors", dependencies: ["Files", "Tensors"]),
    .target(name: "Digits", dependencies: ["CMNIST", "CZlib", "Files", "Tensors"]),
    .target(
      name: "CMNIST",
      exclude: [
        "README.md",
        "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz",
      ]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["libpng-dev"]), .brew(["zlib", "pkgconf"])]),
    .target(
      name: "Plotting", dependencies: ["CDejaVu", "CLibPNG", "Files", "FixedMath"]),
    .target(
      name: "CDejaVu",
      exclude: ["LICENSE", "font.bin", "make_font.py"]),
    .systemLibrary(
      name: "CLibPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng", "pkgconf"])]),
    .target(name: "Live", dependencies: ["Files", "Plotting", "Tensors"]),
    .target(name: "Files"),
    .target(name: "CProcessor"),
    .target(
      name: "ChapterKit",
      dependencies: [
        "CProcessor", "Files", "Plotting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tools
    .target(name: "BookKit", dependencies: ["Files", "Plotting", "Tensors"]),
    .executableTarget(
      name: "book",
      dependencies: [
        "BookKit", "ChapterKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        // Built with it, since it asks them about the commands that the book quotes.
      ] + chapters),

    // Benchmarks
    .executableTarget(
      name: "Benchmark", dependencies: ["Digits", "Learning", "Tensors"],
      path: "Benchmarks/Swift"),

    // Tests
    .target(name: "TestSupport", dependencies: ["CZlib"], path: "Tests/Support"),
    tests(of: "FixedMath", uses: ["Tensors"]),
    tests(of: "Tensors"),
    tests(of: "Learning"),
    tests(of: "Safetensors", uses: ["Files"]),
    tests(of: "Digits"),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    tests(of: "Plotting", uses: ["Files"]),
    .target(
      name: "FuzzedReaders",
      dependencies: ["Digits", "Plotting", "Safetensors", "Tensors"],
      path: "Tests/Fuzz/FuzzedReaders"),
    .testTarget(
      name: "FuzzTests", dependencies: ["Files", "FuzzedReaders", "TestSupport"],
      path: "Tests/Fuzz/Replay"),
    .testTarget(
      name: "ExampleTests",
      dependencies: [
        "ChapterKit", "Digits", "Files", "FixedMath", "Learning", "Plotting",
        "Safetensors", "Tensors", "TestSupport",
      ],
      plugins: ["ExamplesPlugin"]),
    .plugin(
      name: "ExamplesPlugin", capability: .buildTool(),
      dependencies: ["ExampleGatherer"],
      path: "Tests/Examples/Plugin"),
    .executableTarget(name: "ExampleGatherer", path: "Tests/Examples/Gatherer"),
    .testTarget(
      name: "ChapterTests",
      dependencies: [
        "ChapterKit", "Digits", "Files", "Live", "Plotting", "Safetensors", "Tensors",
        "TestSupport",
      ] + chapters,
      exclude: ["Fixtures"]),
    .testTarget(
      name: "BookTests",
      dependencies: ["BookKit", "Files", "Plotting", "TestSupport", "book"] + chapters),
  ],
  swiftLanguageModes: [.v6]
)

// Every module is optimised in every build, so that a plain `swift run` is as fast as a
// release build.
let optimized = ["-O", "-disable-batch-mode", "-wmo", "-num-threads", "2"]
// Only the kernels of Tensors, the functions of FixedMath that they call, and the measure
// of both drop the checks on bounds and overflow: there they cost, and the shapes are
// checked by hand.
let unchecked = ["FixedMath", "Tensors", "Benchmark"]
#if arch(x86_64)
  // Fused multiply-add and 8 lanes: without the flag `addingProduct` is a call into libm.
  // The manifest knows the host alone: whoever compiles for another processor removes it.
  let kernels = ["-Ounchecked", "-Xcc", "-march=x86-64-v3"]
#else
  let kernels = ["-Ounchecked"]
#endif
for target in package.targets where target.type != .system && target.type != .plugin {
  let flags = optimized + (unchecked.contains(target.name) ? kernels : [])
  target.swiftSettings = [.unsafeFlags(flags)]
}

// Only `make fuzz` builds these: they are linked with libFuzzer.
if Context.environment["FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CLibFuzzer", "FuzzedReaders", "TestSupport"],
      path: "Tests/Fuzz/Target",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ]
}
