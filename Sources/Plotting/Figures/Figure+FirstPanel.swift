// What stands for the first panel, so that a figure of one panel needs no index.

extension Figure {
  /// The first panel.
  public var axes: Axes { self[0] }

  /// The axis of the first panel that runs across.
  public var x: Axis {
    get { axes.x }
    set { axes.x = newValue }
  }

  /// The axis of the first panel that runs up.
  public var y: Axis {
    get { axes.y }
    set { axes.y = newValue }
  }

  /// See `Axes.hasEqualAspect`.
  public var hasEqualAspect: Bool {
    get { axes.hasEqualAspect }
    set { axes.hasEqualAspect = newValue }
  }

  /// See `Axes.hasFrame`.
  public var hasFrame: Bool {
    get { axes.hasFrame }
    set { axes.hasFrame = newValue }
  }
}
