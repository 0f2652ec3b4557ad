// swift-tools-version: 6.3
import PackageDescription

// Every module is optimised in every build, so that a plain `swift run`
// is as fast as a release build. Only Tensors, and the functions of FixedMath that its
// loops call, drop the checks on bounds and overflow: its kernels are the one place where
// they cost, and its shapes are checked by hand.
let optimized = ["-O", "-disable-batch-mode", "-wmo", "-num-threads", "2"]
#if arch(x86_64)
  // Fused multiply-add and 8 lanes: without the flag `addingProduct` is a call into libm.
  let kernels = optimized + ["-Ounchecked", "-Xcc", "-march=x86-64-v3"]
#else
  let kernels = optimized + ["-Ounchecked"]
#endif

/// A chapter of the book: the program that its folder in Chapters/ is named after.
func chapter(_ folder: String, uses libraries: [Target.Dependency]) -> Target {
  .executableTarget(
    name: String(folder.drop { $0 != "-" }.dropFirst()),
    dependencies: ["ChapterKit", "Plotting"] + libraries,
    path: "Chapters/\(folder)",
    swiftSettings: [.unsafeFlags(optimized)])
}

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
    .target(
      name: "FixedMath",
      swiftSettings: [.unsafeFlags(kernels)]),
    .target(
      name: "Tensors", dependencies: ["FixedMath"],
      swiftSettings: [.unsafeFlags(kernels)]),
    .target(
      name: "Learning", dependencies: ["Tensors"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .target(
      name: "Safetensors", dependencies: ["Files", "Tensors"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .target(
      name: "Digits", dependencies: ["CMNIST", "CZlib", "Files", "Tensors"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .target(
      name: "CMNIST",
      exclude: [
        "README.md",
        "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz",
      ]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["libpng-dev"]), .brew(["zlib"])]),
    .target(
      name: "Plotting", dependencies: ["CDejaVu", "CLibPNG", "Files", "FixedMath"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .target(
      name: "CDejaVu",
      exclude: ["LICENSE", "font.bin", "make_font.py"]),
    .systemLibrary(
      name: "CLibPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(
      name: "Files",
      swiftSettings: [.unsafeFlags(optimized)]),
    .target(name: "CProcessor"),
    .target(
      name: "ChapterKit",
      dependencies: [
        "CProcessor", "Files", "Plotting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.unsafeFlags(optimized)]),

    // Tools
    .target(
      name: "BookKit", dependencies: ["Files", "Plotting", "Tensors"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .executableTarget(
      name: "book",
      dependencies: [
        "BookKit", "ChapterKit",
        // Built with it, since it asks them about the commands that the book quotes.
        "LossFunctions", "GradientDescent", "LinearRegression", "FromTensorSlices",
        "MLP",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.unsafeFlags(optimized)]),

    // Benchmarks
    .executableTarget(
      name: "Benchmark", dependencies: ["Digits", "Learning", "Tensors"],
      // As the kernels are built, whose measure it takes.
      path: "Benchmarks/Swift", swiftSettings: [.unsafeFlags(kernels)]),

    // Tests
    .testTarget(
      name: "FixedMathTests", dependencies: ["FixedMath", "Tensors"],
      exclude: ["Fixtures"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .testTarget(
      name: "TensorsTests", dependencies: ["Tensors"], exclude: ["Fixtures"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .testTarget(
      name: "LearningTests", dependencies: ["Learning"], exclude: ["Fixtures"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .testTarget(
      name: "SafetensorsTests", dependencies: ["Files", "Readers", "Safetensors"],
      exclude: ["Fixtures"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .testTarget(
      name: "DigitsTests", dependencies: ["CZlib", "Digits", "Readers"],
      exclude: ["Fixtures"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .testTarget(
      name: "FilesTests", dependencies: ["Files"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .testTarget(
      name: "PlottingTests", dependencies: ["Files", "Plotting", "Readers"],
      exclude: ["Fixtures"],
      swiftSettings: [.unsafeFlags(optimized)]),
    .target(
      name: "Readers",
      dependencies: ["CZlib", "Digits", "Plotting", "Safetensors", "Tensors"],
      path: "Tests/Fuzz/Readers"),
    .testTarget(
      name: "FuzzTests", dependencies: ["Files", "Readers"], path: "Tests/Fuzz/Replay"),
    .testTarget(
      name: "ChapterTests",
      dependencies: [
        "ChapterKit", "Digits", "Plotting", "Readers", "Tensors", "LossFunctions",
        "GradientDescent", "LinearRegression", "FromTensorSlices", "MLP",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "BookTests",
      dependencies: [
        "BookKit", "Files", "Plotting", "book", "LossFunctions", "GradientDescent",
        "LinearRegression", "FromTensorSlices", "MLP",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// Only `make fuzz` builds these: they are linked with libFuzzer.
if Context.environment["FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CLibFuzzer", "Readers"], path: "Tests/Fuzz/Target",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ]
}
