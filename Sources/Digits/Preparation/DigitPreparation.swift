import Tensors

/// A drawing as MNIST would hold it: the digit in a picture of any size, colour and
/// polarity becomes 28 × 28 bytes from 0, the ground, to 255, the ink.
///
///     let preparation = DigitPreparation(of: drawing)
///     try preparation.digit(name: "one.png").shape  // (28, 28)
///     preparation.stages[0].name                    // light on dark
///
/// 1. **View** (`View`): of brightness, the three colours and opacity the one in which
///    strokes stand out, made light on dark.
/// 2. **Ground** (`Plane.ground`): what is broader than strokes: paper, shadows, a table.
/// 3. **Contrast** (`View.contrast`): what stands out from the ground at its place, as a
///    part of the light there; ruled lines are taken off (`Plane.withoutRuling`).
/// 4. **Strokes** (`Strokes`): what stands out enough, in pieces that hang together.
/// 5. **Digit** (`Strokes.digit`, `Strokes.ink`): the piece with the most ink and what
///    belongs to it; no frame, no dust.
/// 6. **28 × 28** (`Ink`): scaled and placed as the digits of MNIST were.
///
/// Only a picture that already lies as the digits of MNIST do is taken as it is. All of
/// it is integer arithmetic: the same bits everywhere.
public struct DigitPreparation: Sendable {
  /// What one of the stages saw: a name and shades `[height, width]`.
  public struct Stage: Sendable {
    /// What is seen, in a word or three.
    public let name: String
    /// The shades, one a pixel.
    public let shades: Tensor<UInt8>
  }

  /// What each stage saw, as far as the digit was followed.
  public private(set) var stages: [Stage] = []

  private var result: Result<Tensor<UInt8>, Finding>
  /// How many pixels of the drawing, across and down, are one of the stages'.
  private var factor: Int
  /// Whether the digit found is drawn with strokes.
  private var isStrokes = false

  /// Looks for the digit in a picture: `[height, width]` shades of gray, or
  /// `[height, width, channels]` with 1, 3 (red, green, blue) or 4 (and opacity).
  public init(
    of drawing: Tensor<UInt8>, file: StaticString = #fileID, line: UInt = #line
  ) {
    let channels = drawing.rank == 3 ? drawing.shape[2] : 1
    guard [2, 3].contains(drawing.rank), [1, 3, 4].contains(channels), drawing.count > 0
    else {
      fatalError(
        "DigitPreparation: \(drawing.shape.dimensions) is not [height, width] or "
          + "[height, width, 1, 3 or 4]",
        file: file, line: line)
    }
    if channels == 1, Ink.liesAsInMNIST(drawing) {
      let digit = Tensor(shape: [28, 28], scalars: drawing.scalars)
      (factor, result) = (1, .success(digit))
      stages = [Stage(name: "28 × 28", shades: digit)]
      return
    }
    let view = View(of: drawing)
    self = DigitPreparation(in: view, part: View.part)
    // Paper on a dark table is found, perhaps, where the digit on it was to be.
    if case .success = result, !isStrokes {
      let other = DigitPreparation(in: view.negative, part: View.part)
      if other.isStrokes { self = other }
    }
    // Nothing is thin: what is broad may be a blot on a sheet of one shade.
    if case .failure(.nothing) = result, let view = view.onOneGround {
      let other = DigitPreparation(in: view, part: 1)
      if case .success = other.result { self = other }
    }
  }

  /// Follows the digit in a view from stage to stage, on a ground of what is broader than
  /// a part of the picture.
  private init(in view: View, part: Int) {
    (factor, result) = (view.factor, .failure(.specks(count: 0)))
    do throws(Finding) {
      result = .success(try find(in: view, part: part))
    } catch {
      result = .failure(error)
    }
  }

  /// The 28 × 28 pixels.
  ///
  /// - Throws: a `DrawingError`, which names the file `name`, if nothing stands out or
  ///   there are two digits.
  public func digit(name: String) throws(DrawingError) -> Tensor<UInt8> {
    switch result {
    case .success(let digit): return digit
    case .failure(let finding):
      throw DrawingError(file: name, finding: finding, factor: factor)
    }
  }

  /// The stages, one after the other.
  private mutating func find(in view: View, part: Int) throws(Finding) -> Tensor<UInt8>
  {
    note("light on dark", view.plane)
    let ground = view.plane.ground(part: part)
    note("ground", ground)
    var contrast = view.contrast(over: ground)
    let noise = contrast.noise
    contrast = contrast.withoutRuling(above: noise)
    note("contrast", contrast)
    let strongest = Int(contrast.values.max()!)
    // Of a hundred thousand pixels of grain the strongest reaches 11 / 10 of `noise`.
    let least = max(Self.leastContrast, noise + noise / 2)
    guard strongest >= least else {
      throw .nothing(contrast: strongest, least: least)
    }
    let strokes = Strokes(in: contrast, above: noise)
    note("strokes", contrast.map { Int($0) >= strokes.threshold ? 255 : 0 })
    let parts = try strokes.digit(noise: noise)
    let ink = strokes.ink(of: parts, noise: noise)
    note("digit", ink)
    let box = Ink(ink).cropped()
    isStrokes = 3 * ink.strokeWidth <= max(box.width, box.height)
    let digit = box.scaled(to: 20).centered(in: 28)
    stages.append(Stage(name: "28 × 28", shades: digit))
    return digit
  }

  private mutating func note(_ name: String, _ plane: Plane) {
    let shades = Tensor(shape: [plane.height, plane.width], scalars: plane.values)
    stages.append(Stage(name: name, shades: shades))
  }

  /// The least difference from the ground that makes ink.
  private static let leastContrast = 16
}
