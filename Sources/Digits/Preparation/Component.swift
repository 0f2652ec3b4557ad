/// Pixels of a plane that hang together.
struct Component: Sendable {
  /// Their places in the plane's values.
  var pixels: [Int] = []
  /// The sum of their values.
  var mass: Int64 = 0
  /// The box around them.
  var rows: Range<Int>
  var columns: Range<Int>

  var longerSide: Int { max(rows.count, columns.count) }

  /// Makes the box hold another one.
  mutating func extend(to rows: Range<Int>, _ columns: Range<Int>) {
    func hull(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
      min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
    }
    (self.rows, self.columns) = (hull(self.rows, rows), hull(self.columns, columns))
  }
}

extension Plane {
  /// The pixels from a threshold on that hang together by their sides or corners.
  func components(from threshold: Int) -> [Component] {
    var isFree = values.map { Int($0) >= threshold }
    var components: [Component] = []
    for start in values.indices where isFree[start] {
      isFree[start] = false
      let (row, column) = (start / width, start % width)
      var component = Component(
        pixels: [start], rows: row..<row + 1, columns: column..<column + 1)
      var next = 0
      while next < component.pixels.count {
        let pixel = component.pixels[next]
        let (row, column) = (pixel / width, pixel % width)
        component.mass += Int64(values[pixel])
        component.extend(to: row..<row + 1, column..<column + 1)
        for r in max(row - 1, 0)..<min(row + 2, height) {
          for c in max(column - 1, 0)..<min(column + 2, width)
          where isFree[r * width + c] {
            isFree[r * width + c] = false
            component.pixels.append(r * width + c)
          }
        }
        next += 1
      }
      components.append(component)
    }
    return components
  }
}
