import Plotting

// snippet.record
/// What a descent goes through: the loss and the line after some of its steps.
struct Record {
  var iterations: [Double] = []
  var losses: [Double] = []
  var ws: [Double] = []
  var bs: [Double] = []

  /// Descends again and keeps the steps 1 to 10 and then every one that is a tenth
  /// further than the last that was kept.
  init(_ sample: Sample, lr: Double, iterations count: Int) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    var (b, w) = (0.0, 0.0)
    var next = 0
    for iteration in 0...count {
      if iteration == next || iteration == count {
        iterations.append(Double(iteration))
        losses.append(loss(b: b, w: w, xArr: xArr, yArr: yArr))
        ws.append(w)
        bs.append(b)
        next += max(1, iteration / 10)
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
    figure[0].scatter(xArr, yArr, label: name, marker: .circle, size: 5)
    figure[0].curve(over: -10...10, label: "first line", dashes: .dashed) { _ in 0 }
    figure[0].curve(over: -10...10, label: "last line", dashes: .solid) { w * $0 + b }
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
    figure[0].title = name
    figure[0].line(record.ws, record.bs, color: .white)
    for (text, i) in [("start", 0), ("end", record.ws.count - 1)] {
      let place = Point(record.ws[i], record.bs[i])
      figure[0].scatter([place.x], [place.y], color: .white, marker: .circle)
      figure[0].text(text, at: place, offset: Point(0, -14), color: .white)
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
