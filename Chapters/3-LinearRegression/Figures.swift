import Plotting

// snippet.record
/// What a descent goes through: the loss and the line after some of its steps.
struct Record {
  var iterations: [Double] = []
  var losses: [Double] = []
  var ws: [Double] = []
  var bs: [Double] = []

  /// Descends again and keeps the steps up to 100, every tenth up to 1000, every
  /// hundredth up to 10,000 and so on, and the last.
  init(_ sample: Sample, lr: Double, iterations count: Int) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    var (b, w) = (0.0, 0.0)
    var stride = 1
    for iteration in 0...count {
      if iteration % stride == 0 || iteration == count {
        iterations.append(Double(iteration))
        losses.append(loss(b: b, w: w, xArr: xArr, yArr: yArr))
        ws.append(w)
        bs.append(b)
        if iteration == 100 * stride { stride *= 10 }
      }
      (b, w) = stepGradient(bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: lr)
    }
  }
}
// snippet.end

// snippet.figures
extension Sample {
  /// The points, the line that the descent starts from and the one where it ends.
  func fit(b: Double, w: Double) -> Figure {
    let figure = Figure()
    figure[0].x.label = "x"
    figure[0].y.label = "y"
    figure[0].scatter(xArr, yArr, label: name, color: .sky, marker: .circle)
    figure[0].line(
      [-10, 10], [0, 0], label: "first line", color: .red, dashes: .dashed)
    figure[0].line(
      [-10, 10], [b - 10 * w, b + 10 * w], label: "last line", color: .black, width: 1)
    return figure
  }

  /// The path of (w, b) over the loss of all lines.
  func path(_ record: Record) -> Figure {
    let figure = Figure()
    let grid = Grid(x: -0.5...4.5, y: -0.5...2.5, columns: 501) { w, b in
      loss(b: b, w: w, xArr: xArr, yArr: yArr)
    }
    figure[0].x.label = "w"
    figure[0].y.label = "b"
    figure[0].filledContours(
      grid, levels: [0.1, 0.3, 1, 3, 10, 30, 100], colorBar: "loss")
    figure[0].line(record.ws, record.bs, color: .white)
    let last = record.iterations.last!
    for step in [0, 10, 100, 300].filter({ $0 < last }) + [last] {
      let i = record.iterations.firstIndex(of: step)!
      let place = Point(record.ws[i], record.bs[i])
      figure[0].scatter([place.x], [place.y], color: .white, marker: .circle)
      figure[0].text(
        "step \(Int(step))", at: place, offset: Point(10, 14),
        anchor: .left)
    }
    return figure
  }
}

extension Record {
  /// The loss after each step, from the first on.
  var lossByStep: Figure {
    let figure = Figure()
    figure[0].x.label = "step"
    figure[0].y.label = "loss"
    figure[0].x.scale = .logarithmic
    figure[0].y.scale = .logarithmic
    figure[0].line(Array(iterations.dropFirst()), Array(losses.dropFirst()))
    return figure
  }
}
// snippet.end
