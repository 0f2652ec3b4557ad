/// Whether GitHub shows a page's formulas: their braces, `\left` and `\begin` in pairs, and
/// of TeX only commands that are known here to be known there.
struct MathCheck {
  private let book: Book

  init(_ book: Book) {
    self.book = book
  }

  /// All problems.
  var problems: [Problem] {
    let fences = book.fences.filter { $0.language == "math" }.map { fence in
      Book.Code(
        line: fence.opening, text: book.lines[fence.content].joined(separator: "\n"))
    }
    return (book.formulas + fences).flatMap { formula in
      Self.mistakes(in: formula.text).map {
        Problem(book.path, formula.line + 1, "\($0) in the formula \(formula.text)")
      }
    }
  }

  /// What is wrong with a formula.
  static func mistakes(in formula: String) -> [String] {
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
        if name == "left" {
          open.append("\\left")
        } else if name == "right" {
          close("\\left", "\\right")
        } else if name == "begin" || name == "end" {
          let what = rest.prefix { $0 != "}" } + "}"
          if name == "begin" { open.append("\\begin\(what)") }
          if name == "end" { close("\\begin\(what)", "\\end\(what)") }
          rest = rest.dropFirst(what.count)
        } else if !name.isEmpty, !commands.contains(String(name)) {
          mistakes.append("expected a command that GitHub knows, found \\\(name)")
        }
      default: break
      }
    }
    return mistakes + open.map { "\($0) is never closed" }
  }

  private static let commands: Set = [
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
