/// A number, or a list of literals of one shape: what a tensor can be written as.
///
/// It exists so that `Tensor` itself takes no number literals, which would make the
/// compiler try far more readings of every formula.
public struct TensorLiteral<Scalar: TensorScalar> {
  fileprivate let dimensions: [Int]
  fileprivate let scalars: [Scalar]
}

extension TensorLiteral: ExpressibleByArrayLiteral {
  /// A list of numbers, or of lists that have all one shape.
  public init(arrayLiteral elements: TensorLiteral...) {
    self.init(list: elements)
  }

  fileprivate init(list elements: [TensorLiteral]) {
    let inner = elements.first?.dimensions ?? []
    if let odd = elements.firstIndex(where: { $0.dimensions != inner }) {
      fatalError(
        "Tensor literal: element 0 has shape \(inner), "
          + "element \(odd) has shape \(elements[odd].dimensions)")
    }
    dimensions = [elements.count] + inner
    scalars = elements.flatMap { $0.scalars }
  }
}

extension TensorLiteral: ExpressibleByIntegerLiteral
where Scalar: ExpressibleByIntegerLiteral {
  /// One number.
  public init(integerLiteral value: Scalar.IntegerLiteralType) {
    dimensions = []
    scalars = [Scalar(integerLiteral: value)]
  }
}

extension TensorLiteral: ExpressibleByFloatLiteral
where Scalar: ExpressibleByFloatLiteral {
  /// One number.
  public init(floatLiteral value: Scalar.FloatLiteralType) {
    dimensions = []
    scalars = [Scalar(floatLiteral: value)]
  }
}

extension TensorLiteral: ExpressibleByBooleanLiteral
where Scalar: ExpressibleByBooleanLiteral {
  /// One truth value.
  public init(booleanLiteral value: Scalar.BooleanLiteralType) {
    dimensions = []
    scalars = [Scalar(booleanLiteral: value)]
  }
}

extension Tensor: ExpressibleByArrayLiteral {
  /// A tensor from nested lists of numbers: `[[0, 1], [2, 3]]` has the shape (2, 2).
  public init(arrayLiteral elements: TensorLiteral<Scalar>...) {
    let literal = TensorLiteral(list: elements)
    self.init(shape: Shape(literal.dimensions), scalars: literal.scalars)
  }
}
