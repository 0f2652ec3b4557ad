import Glibc
import Readers

// What libFuzzer calls: once for each input that it thinks of. FUZZ_READER names the
// reader that is tried.

private let reader: Reader = {
  guard let name = getenv("FUZZ_READER"),
    let reader = Reader(rawValue: String(cString: name))
  else { fatalError("FUZZ_READER: expected \(Reader.allCases.map(\.rawValue))") }
  return reader
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  _ = reader.accepts(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: CUnsignedInt
) -> Int {
  let count = libFuzzerMutate(start, count, room)
  // Wrong checksums are tried as well.
  if reader == .png, seed % 8 != 0 {
    UnsafeMutableRawBufferPointer(start: start, count: count).repairPNGChecksums()
  }
  return count
}

@_silgen_name("LLVMFuzzerMutate")
private func libFuzzerMutate(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int
) -> Int
