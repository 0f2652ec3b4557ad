import Plotting

/// A picture of a chapter that is drawn anew when a reader moves a control or, perhaps, drags
/// something in it.
public struct LiveFigure {
  /// What is drawn.
  public struct Drawing {
    /// The picture.
    public internal(set) var figure: Figure
    /// Numbers and other texts beside it, each with its name, which pages translate.
    public let texts: [(name: String, text: String)]

    /// A picture and its texts.
    public init(_ figure: Figure, _ texts: [(name: String, text: String)] = []) {
      (self.figure, self.texts) = (figure, texts)
    }
  }

  /// A place in a picture: the panel, and the values of its axes.
  public typealias Place = (panel: Int, x: Double, y: Double)

  /// The picture's file in the chapter's folder of Output/.
  public let picture: String
  /// The names of its controls, which other figures of the chapter may have, too.
  public let controls: [String]
  /// The buttons below the picture.
  public let buttons: [Button]
  /// Draws the picture for what the controls stand at.
  public let draw: (Values) -> Drawing
  /// Moves controls for a pointer that was pressed at one place and is now at another.
  public let drag: ((_ values: inout Values, _ from: Place, _ to: Place) -> Void)?

  /// A live figure in the place of a picture.
  public init(
    _ picture: String, controls: [String], buttons: [Button] = [],
    drag: ((_ values: inout Values, _ from: Place, _ to: Place) -> Void)? = nil,
    draw: @escaping (Values) -> Drawing
  ) {
    (self.picture, self.controls, self.buttons) = (picture, controls, buttons)
    (self.draw, self.drag) = (draw, drag)
  }
}
