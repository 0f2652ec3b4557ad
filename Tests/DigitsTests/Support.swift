import Tensors

@testable import Digits

/// An IDX file: the header for a type and dimensions, and what stands behind it.
func idx(
  _ type: UInt8 = 0x08, _ dimensions: [UInt32], _ content: [UInt8] = []
) -> [UInt8] {
  [0, 0, type, UInt8(dimensions.count)] + dimensions.flatMap(bigEndian) + content
}

/// A number's bytes, the most significant one first.
func bigEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
  stride(from: Word.bitWidth - 8, through: 0, by: -8)
    .map { UInt8(truncatingIfNeeded: word >> Word($0)) }
}

/// The tensor in an IDX file that stands in memory, under the name `memory`.
func tensor(in bytes: [UInt8]) throws -> Tensor<UInt8> {
  try Tensor(idx: bytes, name: "memory")
}
