import Tensors

/// Elements made of tensors, in order, as `tf.data.Dataset`.
///
/// An element is one tensor, or a tuple of any number of them. Nothing is computed or
/// copied until an element is asked for.
///
///     let images: Tensor<UInt8> = zeros([500, 28, 28])
///     let labels: Tensor<UInt8> = zeros([500])
///     let data = Dataset.fromTensorSlices((images, labels)).batch(200)
///     data.count  // 3
///     for (step, (images, labels)) in data.enumerated() where step == 2 {
///       print(images.shape, labels.shape)  // (100, 28, 28) (100,)
///     }
public struct Dataset<Element>: Sequence {
  /// The number of elements.
  public let count: Int

  /// Makes one element.
  private let element: (Int) -> Element

  /// Makes the elements of a range, stacked, where that takes no copy.
  private let slices: ((Range<Int>) -> Element)?

  private init(
    count: Int, slices: ((Range<Int>) -> Element)? = nil,
    element: @escaping (Int) -> Element
  ) {
    self.count = count
    self.slices = slices
    self.element = element
  }

  /// Cuts each tensor along its first axis, as `from_tensor_slices`: element i holds the
  /// i-th slice of every one. The first axes must have one size.
  ///
  ///     let (features, labels): (Tensor<Double>, Tensor<Double>) = (zeros([6, 3]), ones([6, 1]))
  ///     let data = Dataset.fromTensorSlices((features, labels))
  ///     data.count  // 6
  ///     for (x, y) in data.take(1) {
  ///       print(x.shape, y.shape)  // (3,) (1,)
  ///     }
  public static func fromTensorSlices<each Scalar: TensorScalar>(
    _ tensors: Element, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset where Element == (repeat Tensor<each Scalar>) {
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
      slices: { range in (repeat (each tensors)[range]) },
      element: { index in (repeat (each tensors)[index]) })
  }

  /// Groups of `size` elements, stacked along a new first axis; the last one holds what
  /// is left.
  public func batch<each Scalar: TensorScalar>(
    _ size: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset where Element == (repeat Tensor<each Scalar>) {
    guard size > 0 else {
      fatalError("batch: the size \(size) is not positive", file: file, line: line)
    }
    return Dataset(count: (count + size - 1) / size) { index in
      let range = index * size..<Swift.min((index + 1) * size, count)
      return slices?(range) ?? stackTuples(range.map(element))
    }
  }

  /// Every element changed by `transform`, when it is asked for.
  public func map<Result>(
    _ transform: @escaping (Element) -> Result
  ) -> Dataset<Result> {
    Dataset<Result>(count: count) { index in transform(element(index)) }
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
      count: Swift.max(0, Swift.min(limit, count)), slices: slices, element: element)
  }

  /// An iterator over the elements, first to last.
  public func makeIterator() -> LazyMapSequence<Range<Int>, Element>.Iterator {
    (0..<count).lazy.map(element).makeIterator()
  }
}

/// Lays tuples of tensors one after the other, component by component.
private func stackTuples<each Scalar: TensorScalar>(
  _ elements: [(repeat Tensor<each Scalar>)]
) -> (repeat Tensor<each Scalar>) {
  let components = (repeat Component<each Scalar>())
  for element in elements { repeat (each components).tensors.append(each element) }
  return (repeat stack((each components).tensors))
}

/// One component of the elements of a batch.
private final class Component<Scalar: TensorScalar> {
  var tensors: [Tensor<Scalar>] = []
}
