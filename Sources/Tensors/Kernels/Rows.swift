/// Rows of a matrix, or of a part of one, whose first scalars lie `stride` apart.
struct Rows {
  let start: UnsafePointer<Float>
  let stride: Int

  @inline(__always)
  subscript(row: Int) -> UnsafePointer<Float> { start + row * stride }

  /// The part that begins at the given row and column.
  @inline(__always)
  func from(row: Int = 0, column: Int = 0) -> Rows {
    Rows(start: self[row] + column, stride: stride)
  }
}

/// Rows that are written.
struct MutableRows {
  let start: UnsafeMutablePointer<Float>
  let stride: Int

  @inline(__always)
  subscript(row: Int) -> UnsafeMutablePointer<Float> { start + row * stride }

  /// The part that begins at the given row and column.
  @inline(__always)
  func from(row: Int = 0, column: Int = 0) -> MutableRows {
    MutableRows(start: self[row] + column, stride: stride)
  }
}

// Loads and stores of vectors, which may begin at any scalar.

@inline(__always)
func load4(_ source: UnsafePointer<Float>) -> SIMD4<Float> {
  UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Float>.self)
}

@inline(__always)
func load8(_ source: UnsafePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Float>.self)
}

@inline(__always)
func load16(_ source: UnsafePointer<Float>) -> SIMD16<Float> {
  UnsafeRawPointer(source).loadUnaligned(as: SIMD16<Float>.self)
}

@inline(__always)
func store4(_ vector: SIMD4<Float>, to target: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD4<Float>.self)
}

@inline(__always)
func store16(_ vector: SIMD16<Float>, to target: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD16<Float>.self)
}
