/// The live figures of a chapter, and the controls that they share.
public struct LiveChapter {
  /// The chapter's folder in Output/.
  public let folder: String
  /// All controls of the figures.
  public let controls: [Control]
  /// The figures.
  public let figures: [LiveFigure]

  /// Live figures that share controls.
  public init(_ folder: String, controls: [Control], figures: [LiveFigure]) {
    (self.folder, self.controls, self.figures) = (folder, controls, figures)
  }
}
