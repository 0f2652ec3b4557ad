import CZlib

extension UnsafeMutableRawBufferPointer {
  /// Puts the right checksum behind every chunk of a PNG file, as far as it has chunks:
  /// with wrong ones, a mutated file is refused before its content is looked at.
  package func repairPNGChecksums() {
    var position = 8
    while position <= count - 12 {
      let size = self[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      guard size <= count - 12 - position else { return }
      let covered = UnsafeRawBufferPointer(
        rebasing: self[position + 4..<position + 8 + size])
      let sum = crc32(
        0, covered.assumingMemoryBound(to: UInt8.self).baseAddress,
        UInt32(covered.count))
      for i in 0..<4 {
        self[position + 8 + size + i] = UInt8(
          truncatingIfNeeded: sum >> (24 - 8 * UInt(i)))
      }
      position += 12 + size
    }
  }
}
