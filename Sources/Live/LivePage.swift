import Plotting

/// The live figures of a book, and what their controls stand at: all that a page has to ask.
///
///     let page = LivePage([chapter])
///     page.set(control: 0, ofFigure: 0, to: 3)
///     let image = page.drawn(0).image
public final class LivePage {
  /// The figures of all chapters, one after the other.
  public let figures: [LiveFigure]
  private let chapters: [LiveChapter]
  /// The chapter of each figure.
  private let owners: [Int]
  private var values: [Values]
  /// Where a pointer was pressed, and what the controls stood at.
  private var press: (place: LiveFigure.Place, values: Values)?
  /// Each figure as it was drawn last, by which places in its picture have values.
  private var drawn: [Figure?]

  /// All figures as the chapters draw them.
  public init(_ chapters: [LiveChapter]) {
    self.chapters = chapters
    figures = chapters.flatMap { $0.figures }
    owners = chapters.indices.flatMap { index in
      chapters[index].figures.map { _ in index }
    }
    values = chapters.map { Values($0.controls) }
    drawn = figures.map { _ in nil }
  }

  /// The path of a figure's picture below Output/.
  public func path(_ figure: Int) -> String {
    "\(chapters[owners[figure]].folder)/\(figures[figure].picture)"
  }

  /// What the controls of a figure's chapter stand at.
  public func values(ofFigure figure: Int) -> Values { values[owners[figure]] }

  /// Draws a figure, with the texts beside it. A page that would have to shrink it below
  /// what can be read, since it has so many of its own pixels for the width, gets it
  /// drawn narrower: a point a pixel.
  public func draw(
    _ figure: Int, room: Double = .infinity
  ) -> (image: Image, texts: [(name: String, text: String)]) {
    var drawing = figures[figure].draw(values[owners[figure]])
    if room < 0.8 * drawing.figure.width {
      drawing.figure = drawing.figure.narrowed(to: max(room, 200))
    }
    drawn[figure] = drawing.figure
    return (drawing.figure.rendered(), drawing.texts)
  }

  /// Sets one of the controls of a figure's chapter to the value at an index.
  public func set(control: Int, ofFigure figure: Int, to index: Int) {
    values[owners[figure]].set(control, to: index)
  }

  /// Presses one of a figure's buttons, for the first time or, while it plays, again. Says
  /// whether it goes on playing.
  public func press(button: Int, ofFigure figure: Int, isFirst: Bool) -> Bool {
    values[owners[figure]].press(figures[figure].buttons[button], isFirst: isFirst)
  }

  /// Brings the figures of a figure's chapter back to what the chapter draws.
  public func reset(figure: Int) { values[owners[figure]].reset() }

  /// Follows a pointer over a figure's picture, in pixels: pressed, then moved.
  public func point(figure: Int, column: Double, row: Double, isPressed: Bool) {
    guard let drag = figures[figure].drag, let shown = drawn[figure] else { return }
    let place = shown.values(column: column, row: row)
    if isPressed { press = (place, values[owners[figure]]) }
    guard let press else { return }
    // From where it was pressed, so that no rounding adds up on the way.
    var moved = press.values
    drag(&moved, press.place, place)
    values[owners[figure]] = moved
  }
}
