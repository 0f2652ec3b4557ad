import Foundation

/// The package's folder.
package let package = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A file in the folder `Fixtures` beside the test that asks.
package func fixture(_ path: String, test: String = #filePath) -> URL {
  URL(fileURLWithPath: test).deletingLastPathComponent()
    .appending(path: "Fixtures/\(path)")
}

/// The folder of the programs that were built with the tests.
package let products: URL = {
  // The tests are one program or, on macOS, a bundle that the testing tool loads.
  #if canImport(Darwin)
    var info = Dl_info()
    guard dladdr(#dsohandle, &info) != 0, let name = info.dli_fname else {
      fatalError("the tests' own library has no name")
    }
    var place = URL(fileURLWithPath: String(cString: name))
  #else
    var place = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  #endif
  while place.pathExtension != "xctest" {
    guard place.path != "/" else { fatalError("the tests are in no bundle") }
    place.deleteLastPathComponent()
  }
  return place.deletingLastPathComponent()
}()
