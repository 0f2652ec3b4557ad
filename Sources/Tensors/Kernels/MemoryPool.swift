/// Blocks of memory that tensors gave back, kept for the next tensors of their size.
///
/// A training step makes the same tensors again and again. Taking their memory from
/// here spares asking the system for fresh pages, which costs more than the arithmetic.
enum MemoryPool {
  /// Blocks begin at multiples of a cache line.
  private static let alignment = 64
  /// Smaller blocks are left to the allocator, which is as fast.
  private static let smallest = 4096
  /// No more than this many bytes are kept: before there are, all that was kept goes, for
  /// it may be of sizes that nobody asks for any more.
  private static let capacity = 64 << 20

  private struct Blocks: ~Copyable {
    var free: [Int: [UnsafeMutableRawPointer]] = [:]
    var bytes = 0
  }

  private static let blocks = Lock(Blocks())

  /// Lends `body` room for `count` elements, with whatever was left there.
  @inline(__always)
  static func lend<Element: BitwiseCopyable>(
    _ count: Int, of type: Element.Type, _ body: (UnsafeMutablePointer<Element>) -> Void
  ) {
    let bytes = count * MemoryLayout<Element>.stride
    let block = take(bytes: bytes)
    body(block.bindMemory(to: type, capacity: count))
    giveBack(block, bytes: bytes)
  }

  /// A block of at least the given size.
  static func take(bytes: Int) -> UnsafeMutableRawPointer {
    if bytes >= smallest {
      let kept = blocks.withLock { blocks -> UnsafeMutableRawPointer? in
        guard let block = blocks.free[bytes]?.popLast() else { return nil }
        blocks.bytes -= bytes
        return block
      }
      if let kept { return kept }
    }
    return .allocate(byteCount: bytes, alignment: alignment)
  }

  /// Takes back a block that `take` gave for this size.
  static func giveBack(_ block: UnsafeMutableRawPointer, bytes: Int) {
    if bytes >= smallest {
      let kept = blocks.withLock { blocks in
        guard bytes <= capacity else { return false }
        if blocks.bytes + bytes > capacity {
          for block in blocks.free.values.joined() { block.deallocate() }
          blocks = Blocks()
        }
        blocks.free[bytes, default: []].append(block)
        blocks.bytes += bytes
        return true
      }
      if kept { return }
    }
    block.deallocate()
  }
}
