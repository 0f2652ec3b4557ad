import CLibFuzzer
import Glibc
import Readers

/// A program around libFuzzer, which thinks of inputs and watches which code they reach.
/// FUZZ_READER names the reader that is tried; the options are libFuzzer's.
@main
struct Fuzz {
  static let reader: FuzzedReader = {
    let name = getenv("FUZZ_READER").map { String(cString: $0) }
    guard let reader = name.flatMap(FuzzedReader.init(rawValue:)) else {
      fatalError(
        "FUZZ_READER: expected one of \(FuzzedReader.allCases.map(\.rawValue))")
    }
    return reader
  }()

  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments, testOneInput))
  }
}

/// libFuzzer calls this for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  _ = Fuzz.reader.accepts(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// libFuzzer calls this for a new input made of an old one.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: CUnsignedInt
) -> Int {
  let count = LLVMFuzzerMutate(start, count, room)
  // Wrong checksums are tried as well.
  if Fuzz.reader == .png, seed % 8 != 0 {
    UnsafeMutableRawBufferPointer(start: start, count: count).repairPNGChecksums()
  }
  return count
}
