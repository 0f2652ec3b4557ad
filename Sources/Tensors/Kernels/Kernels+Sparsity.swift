/// Whether so many of some scalars are zero that it pays to skip them, judged by a
/// sample.
func isSparse(_ scalars: UnsafePointer<Float>, count: Int) -> Bool {
  let step = max(1, count / 1024) | 1
  var (seen, zeros) = (0, 0)
  for index in stride(from: 0, to: count, by: step) {
    seen += 1
    if scalars[index] == 0 { zeros += 1 }
  }
  return 10 * zeros > 3 * seen
}

/// Whether no scalar is infinite or NaN: 0 times such a one is NaN.
func isFinite(_ vectors: UnsafePointer<SIMD16<Float>>, count: Int) -> Bool {
  var sum = SIMD16<Float>()
  for index in 0..<count { sum.addProduct(0, vectors[index]) }
  return sum == SIMD16()
}

/// Writes where the scalars of a row are not zero, in ascending order, and returns how
/// many are. Up to 7 bytes behind the last index are overwritten.
///
/// Eight scalars at a time become a byte of bits, and the table turns the byte into the
/// list of its bits: 0.4 cycles a scalar, against 1.5 one by one.
@inline(__always)
func listNonzeros(
  _ row: UnsafePointer<Float>, count: Int, table: UnsafePointer<UInt64>,
  to indices: UnsafeMutablePointer<UInt8>
) -> Int {
  var found = 0
  let whole = count & ~7
  for k in stride(from: 0, to: whole, by: 8) {
    let lanes = unsafeBitCast(load8(row + k) .!= 0, to: SIMD8<Int32>.self)
    let bytes = unsafeBitCast(SIMD8<Int8>(truncatingIfNeeded: lanes), to: UInt64.self)
    let bits = ((bytes & 0x8040_2010_0804_0201) &* everyByte) >> 56
    let list = table[Int(bits)] &+ UInt64(k) &* everyByte
    UnsafeMutableRawPointer(indices + found).storeBytes(of: list, as: UInt64.self)
    found += bits.nonzeroBitCount
  }
  for k in whole..<count where row[k] != 0 {
    indices[found] = UInt8(k)
    found += 1
  }
  return found
}

private let everyByte: UInt64 = 0x0101_0101_0101_0101

/// For every byte, the numbers of its bits that are 1, ascending, the first in the
/// lowest byte.
nonisolated(unsafe) let bitLists: UnsafePointer<UInt64> = {
  let table = UnsafeMutablePointer<UInt64>.allocate(capacity: 256)
  for byte in 0..<256 {
    let bits = (0..<8).filter { byte >> $0 & 1 == 1 }
    table[byte] = bits.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
  return UnsafePointer(table)
}()

/// 0, 1, 2, … 255: the list of a row without zeros.
nonisolated(unsafe) let allIndices: UnsafePointer<UInt8> = {
  let list = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  for k in 0..<256 { list[k] = UInt8(k) }
  return UnsafePointer(list)
}()
