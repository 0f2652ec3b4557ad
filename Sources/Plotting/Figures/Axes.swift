/// One of the two axes of a panel.
public struct Axis: Sendable {
  /// What is measured, with its unit.
  public var label = ""
  /// How values are spread.
  public var scale = Scale.linear
  /// The first and last value shown, or nil to show all data with a margin. On a
  /// logarithmic scale both are positive.
  public var limits: ClosedRange<Double>?
  /// The marked values, or nil to choose them.
  public var ticks: [Tick]?
  /// Whether a light line goes through the panel at each tick.
  public var hasGrid = true
  /// Whether values grow to the left or downwards.
  public var isReversed = false
}

/// A panel of a figure: two axes and what is plotted between them.
///
///     let axes = figure[0]
///     axes.title = "Descent"
///     axes.x.label = "step"
///     axes.y.scale = .logarithmic
///     axes.line(steps, losses, label: "η = 0.1")
///
/// Plots lie over each other in the order in which they were added. Each takes the next
/// colour, and the next dashes or marker, unless told.
public final class Axes {
  /// Where the legend of the labelled plots stands.
  public enum LegendPlace: Sendable {
    /// In the corner, or at the middle of the edge, where it hides least.
    case best
    /// In the given corner.
    case upperLeft, upperRight, lowerLeft, lowerRight
    /// Right of the panel.
    case outside
    /// Nowhere.
    case none
  }

  /// What is written over the panel.
  public var title = ""
  /// What is written under the panel, below the axis's label.
  public var caption = ""
  /// The axis that runs across.
  public var x = Axis()
  /// The axis that runs up.
  public var y = Axis()
  /// Where the legend stands.
  public var legend = LegendPlace.best
  /// Whether one unit is as long across as it is up, so that circles are round.
  public var hasEqualAspect = false
  /// Whether axes and frame are drawn.
  public var hasFrame = true
  /// Whether the frame has a line around it, and not only ticks with their labels.
  public var hasOutline = true

  private(set) var marks: [any Mark] = []
  var colorBar: ColorBar?
  private var colorCount = 0
  private var lineCount = 0
  private var markerCount = 0

  init() {}

  func add(_ mark: any Mark) {
    marks.append(mark)
  }

  /// The given colour, or the next of the cycle.
  func nextColor(_ color: Color?) -> Color {
    if let color { return color }
    colorCount += 1
    return Color.cycle[(colorCount - 1) % Color.cycle.count]
  }

  /// The given dashes; or else, for a line without a colour of its own, the next of the
  /// cycle.
  func nextDashes(_ dashes: Dashes?, color: Color?) -> Dashes {
    if let dashes { return dashes }
    guard color == nil else { return .solid }
    lineCount += 1
    return Dashes.allCases[(lineCount - 1) % Dashes.allCases.count]
  }

  /// The given marker, or the next of the cycle.
  func nextMarker(_ marker: Marker?) -> Marker {
    if let marker { return marker }
    markerCount += 1
    return Marker.allCases[(markerCount - 1) % Marker.allCases.count]
  }

  /// Ends the program where two lists that belong together have different lengths.
  func requireSameCount(
    _ operation: StaticString, _ counts: Int..., file: StaticString, line: UInt
  ) {
    guard counts.allSatisfy({ $0 == counts[0] }) else {
      let found = counts.map(String.init).joined(separator: ", ")
      fatalError(
        "\(operation): the lists must be equally long, not \(found)", file: file,
        line: line)
    }
  }
}

/// Something plotted: it knows which values it takes up and how to draw itself.
protocol Mark {
  /// Takes the values in.
  func extend(_ x: inout Extent, _ y: inout Extent)
  /// Draws, with the canvas clipped to the frame.
  func draw(on canvas: inout Canvas, in frame: Frame)
  /// How the legend shows it; nil for what has no label.
  var key: LegendKey? { get }
  /// Whether it covers the panel as a ground for others, and a legend may hide it.
  var isGround: Bool { get }
}

extension Mark {
  var key: LegendKey? { nil }
  var isGround: Bool { false }
}
