/// The memory that a thread keeps from one matrix product to the next.
final class Workspace {
  /// The left factor's rows, where it comes transposed.
  var rows = Buffer()
  /// Which entries of the left factor are not zero.
  var nonzeros = Buffer()
  /// A block of the right factor.
  var panels = Buffer()

  /// That of the calling thread.
  static var current: Workspace { threads.value { Workspace() } }

  private static let threads = ThreadLocal<Workspace>()
}

/// Memory that grows to the largest size asked for.
struct Buffer: ~Copyable {
  private var bytes = UnsafeMutableRawBufferPointer.allocate(
    byteCount: 0, alignment: 64)

  /// At least `count` elements, with whatever was left in them.
  mutating func reserve<Element: BitwiseCopyable>(
    _ count: Int, of type: Element.Type
  ) -> UnsafeMutablePointer<Element> {
    let size = count * MemoryLayout<Element>.stride
    if bytes.count < size {
      bytes.deallocate()
      bytes = .allocate(byteCount: size, alignment: 64)
    }
    return bytes.baseAddress!.bindMemory(to: type, capacity: count)
  }

  deinit { bytes.deallocate() }
}
