import Files
import Tensors

// What a page is told, as JSON.

extension LivePage {
  /// The figures, with their controls and buttons:
  ///
  /// ```json
  /// [{"picture": "2-GradientDescent/values.png", "canDrag": false,
  ///   "controls": [{"index": 0, "name": "start", "kind": "slider", "count": 1001}],
  ///   "buttons": [{"name": "once more", "action": "next"}]}]
  /// ```
  ///
  /// Figures of one chapter, which have the same `chapter`, share what the controls stand at.
  public var description: String {
    array(figures.indices) { index in
      let figure = figures[index]
      let all = values(ofFigure: index).controls
      let controls = figure.controls.map { name in
        all.firstIndex { $0.name == name }!
      }
      return object([
        ("picture", path(index).json),
        ("chapter", String(path(index).prefix { $0 != "/" }).json),
        ("canDrag", figure.drag == nil ? "false" : "true"),
        (
          "controls",
          array(controls) { control in
            object([
              ("index", "\(control)"), ("name", all[control].name.json),
              ("kind", all[control].kind.rawValue.json),
              ("count", "\(all[control].values.count)"),
            ])
          }
        ),
        (
          "buttons",
          array(figure.buttons) {
            object([("name", $0.name.json), ("action", $0.action.rawValue.json)])
          }
        ),
      ])
    }
  }

  /// What the controls of a figure's chapter stand at, and the texts beside the figure:
  ///
  /// ```json
  /// {"controls": [{"index": 900, "text": "4"}],
  ///  "texts": [{"name": "steps", "text": "72"}]}
  /// ```
  public func state(
    ofFigure figure: Int, texts: [(name: String, text: String)]
  ) -> String {
    let values = values(ofFigure: figure)
    return object([
      (
        "controls",
        array(values.controls.indices) { control in
          let index = values.indices[control]
          return object([
            ("index", "\(index)"),
            ("text", values.controls[control].values[index].general().json),
          ])
        }
      ),
      ("texts", array(texts) { object([("name", $0.json), ("text", $1.json)]) }),
    ])
  }
}

private func object(_ members: [(name: String, value: String)]) -> String {
  "{" + members.map { "\($0.json):\($1)" }.joined(separator: ",") + "}"
}

private func array<Elements: Collection>(
  _ elements: Elements, _ element: (Elements.Element) -> String
) -> String {
  "[" + elements.map(element).joined(separator: ",") + "]"
}
