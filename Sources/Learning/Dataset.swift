import Tensors

/// Elements made of tensors, in order, as `tf.data.Dataset`.
///
/// An element is one tensor, or a tuple of any number of them. Nothing is computed or
/// copied until an element is asked for.
///
///     let data = Dataset.fromTensorSlices((images, labels)).batch(200)
///     for (step, (images, labels)) in data.enumerated() { … }
public struct Dataset<each Scalar: TensorScalar>: Sequence {
  /// What the data set is made of: a tensor, or a tuple of tensors.
  public typealias Element = (repeat Tensor<each Scalar>)

  /// The number of elements.
  public let count: Int

  /// Makes one element.
  private let element: (Int) -> Element

  /// Makes the elements of a range, stacked along a new first axis.
  private let stacked: (Range<Int>) -> Element

  private init(
    count: Int,
    element: @escaping (Int) -> Element,
    stacked: ((Range<Int>) -> Element)? = nil
  ) {
    self.count = count
    self.element = element
    self.stacked = stacked ?? { range in Self.stack(range.map(element)) }
  }

  /// Cuts each tensor along its first axis, as `from_tensor_slices`: element i holds the
  /// i-th slice of every one. The first axes must have one size.
  ///
  ///     Dataset.fromTensorSlices((features, labels))  // (6, 3), (6, 1)
  ///     // 6 elements of the shapes (3,), (1,)
  public static func fromTensorSlices(
    _ tensors: Element, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    var shapes: [Shape] = []
    repeat shapes.append((each tensors).shape)
    guard let count = shapes.first?.dimensions.first,
      shapes.allSatisfy({ $0.dimensions.first == count })
    else {
      let found = shapes.map { "\($0.dimensions)" }.joined(separator: " and ")
      fatalError(
        "fromTensorSlices: the first axes differ: \(found)", file: file, line: line)
    }
    return Dataset(
      count: count,
      element: { index in (repeat (each tensors)[index]) },
      stacked: { range in (repeat (each tensors)[range]) })
  }

  /// Groups of `size` elements, stacked along a new first axis; the last one holds what
  /// is left.
  public func batch(
    _ size: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    guard size > 0 else {
      fatalError("batch: the size \(size) is not positive", file: file, line: line)
    }
    return Dataset(count: (count + size - 1) / size) { index in
      stacked(index * size..<Swift.min((index + 1) * size, count))
    }
  }

  /// Every element changed by `transform`, when it is asked for.
  public func map<each Result: TensorScalar>(
    _ transform: @escaping (Element) -> (repeat Tensor<each Result>)
  ) -> Dataset<repeat each Result> {
    Dataset<repeat each Result>(count: count) { index in transform(element(index)) }
  }

  /// All elements in an order drawn from `seed`, as
  /// `np.random.RandomState(seed).permutation` orders them.
  public func shuffle(seed: UInt32) -> Dataset {
    let order = RandomState(seed: seed).permutation(count)
    return Dataset(count: count) { index in element(order[index]) }
  }

  /// The first elements, at most `limit` of them.
  public func take(_ limit: Int) -> Dataset {
    Dataset(
      count: Swift.max(0, Swift.min(limit, count)), element: element, stacked: stacked)
  }

  /// The elements over again, `times` times in all.
  public func `repeat`(_ times: Int) -> Dataset {
    Dataset(count: count * Swift.max(0, times)) { index in element(index % count) }
  }

  /// Walks over the elements.
  public func makeIterator() -> AnyIterator<Element> {
    var index = 0
    return AnyIterator {
      guard index < count else { return nil }
      defer { index += 1 }
      return element(index)
    }
  }

  private static func stack(_ elements: [Element]) -> Element {
    fatalError()
  }
}
