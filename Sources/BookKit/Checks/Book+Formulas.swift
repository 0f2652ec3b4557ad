extension Book {
  /// Whether GitHub shows the formulas: their braces, `\left` and `\begin` in pairs, and of
  /// TeX only commands that are known here to be known there.
  mutating func checkFormulas() {
    let fences = fences.filter { $0.language == "math" }.map { fence in
      Code(line: fence.opening, text: lines[fence.content].joined(separator: "\n"))
    }
    for formula in formulas + fences {
      for mistake in Self.mistakes(inFormula: formula.text) {
        complain(formula.line, "\(mistake) in the formula \(formula.text)")
      }
    }
  }

  /// What is wrong with a formula.
  static func mistakes(inFormula formula: String) -> [String] {
    var mistakes: [String] = []
    /// What is open, innermost last.
    var open: [String] = []
    func close(_ opening: String, _ closing: String) {
      if open.popLast() != opening {
        mistakes.append("expected \(opening) before \(closing), found none")
      }
    }
    if formula.isBlank { mistakes.append("expected a formula, found none") }
    var rest = formula[...]
    while let character = rest.popFirst() {
      switch character {
      case "{": open.append("{")
      case "}": close("{", "}")
      case "\\":
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        rest = name.isEmpty ? rest.dropFirst() : rest.dropFirst(name.count)
        switch name {
        case "": break
        case "left": open.append("\\left")
        case "right": close("\\left", "\\right")
        case "begin", "end":
          let what = rest.prefix { $0 != "}" } + "}"
          rest = rest.dropFirst(what.count)
          if name == "begin" {
            open.append("\\begin\(what)")
          } else {
            close("\\begin\(what)", "\\end\(what)")
          }
        case _ where texCommands.contains(String(name)): break
        default:
          mistakes.append("expected a command that GitHub knows, found \\\(name)")
        }
      default: break
      }
    }
    return mistakes + open.map { "\($0) is never closed" }
  }

  private static let texCommands: Set = [
    "Big", "Delta", "Leftarrow", "Longrightarrow", "Rightarrow", "Sigma", "alpha",
    "approx", "ast", "bar", "beta", "big", "boldsymbol", "cdot", "cdots", "circ",
    "delta", "dfrac", "displaystyle", "dots", "epsilon", "equiv", "eta", "exp", "frac",
    "gamma", "ge", "geq", "hat", "in", "infty", "lambda", "langle", "ldots", "le",
    "leftarrow", "leq", "lfloor", "lim", "ll", "ln", "log", "longrightarrow", "lvert",
    "mapsto", "mathbb", "mathbf", "mathit", "mathrm", "mathsf", "max", "mid", "min",
    "mu", "nabla", "ne", "neq", "notin", "odot", "omega", "otimes", "overline",
    "partial",
    "phi", "pi", "pm", "prime", "prod", "propto", "qquad", "quad", "rangle", "rfloor",
    "rho", "rightarrow", "rvert", "sigma", "sim", "sqrt", "sum", "tau", "text", "theta",
    "tilde", "times", "to", "top", "underbrace", "underline", "varepsilon", "vdots",
    "vec",
  ]
}
