/// A book, read: its fences, headings, marks, links and pictures.
struct Book: Sendable {
  /// The file's name.
  let path: String
  let lines: [String]
  var fences: [Fence] = []
  var headings: [Heading] = []
  var marks: [PlacedMark] = []
  var links: [Link] = []
  var pictures: [Link] = []
  /// The commands in the fences marked `book:run`.
  var commands: [RunCommand] = []
  /// The indices of the lines that are rows of tables.
  var rows: [Int] = []
  /// What stands in backticks within paragraphs.
  var code: [Code] = []
  /// What stands between dollars within paragraphs.
  var formulas: [Code] = []
  /// The numbers of the prose that no mark has written.
  var numbers: [Number] = []
  /// Exercises, such as `**2. Two valleys.**`, by the lines that they begin in.
  var exercises: [Int: Int] = [:]
  /// What the book's form or its marks have wrong.
  var problems: [Problem] = []

  /// `## The heading`, by the index of its line.
  struct Heading: Equatable, Sendable {
    let line: Int
    let level: Int
    let text: String

    /// The number that it begins with, as that of a chapter does.
    var number: Int? { Int(text.prefix { $0.isNumber }) }
  }

  /// A mark and what it speaks of.
  struct PlacedMark: Sendable {
    let mark: BookMark
    /// The comment that it was read from.
    let text: String
    /// The index of its line.
    let line: Int
    let subject: Subject

    /// The word that the mark begins with.
    var name: Substring { text.prefix { !$0.isWhitespace } }
  }

  enum Subject: Equatable, Sendable {
    case fence(Fence)
    /// The UTF-8 bytes of the mark's line between the stars before the mark.
    case number(Range<Int>)
  }

  /// `[text](target)`, or a picture's `![text](target)`
  struct Link: Equatable, Sendable {
    let line: Int
    let text: String
    let target: String
  }

  /// `` `text` ``, which a line end does not interrupt.
  struct Code: Equatable, Sendable {
    let line: Int
    let text: String
  }

  /// A number of the prose.
  struct Number: Equatable, Sendable {
    let line: Int
    /// With a word such as million behind it.
    let value: Double
    /// Without the commas between its digits.
    let text: String
    /// Whether it belongs to a name, as in float32 or Swift 6.3, or to a link's text.
    let isName: Bool

    /// Whether it is a whole number up to 10, which counts what the prose tells.
    var isCount: Bool { value <= 10 && Int(text) != nil }

    var isYear: Bool { Int(text).map { (1900...2100).contains($0) } ?? false }
  }
}

extension Book {
  /// Reads a book.
  init(_ file: TextFile) {
    var parser = BookParser(
      Book(path: file.path, lines: file.lines, problems: file.problems))
    parser.parse()
    self = parser.book
  }

  /// `zh` of `book.zh.md`; empty for the language that a page was first written in.
  var language: String {
    let parts = path.split(separator: ".")
    return parts.count == 3 ? String(parts[1]) : ""
  }

  /// The lines as one text.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// What is wrong with the line of this index.
  func problem(_ line: Int, _ message: String) -> Problem {
    Problem(path, line + 1, message)
  }

  mutating func complain(_ line: Int, _ message: String) {
    problems.append(problem(line, message))
  }

  /// The heading of the chapter that the line is in.
  func chapter(of line: Int) -> Heading? {
    headings.last { $0.level == 2 && $0.line <= line }
  }

  /// The headings by the names that a link's `#name` can mean, as GitHub makes them.
  var anchors: [String: Heading] {
    var anchors: [String: Heading] = [:]
    var counts: [String: Int] = [:]
    for heading in headings {
      let name = Self.anchor(of: heading.text)
      let count = counts[name, default: 0]
      counts[name] = count + 1
      anchors[count == 0 ? name : "\(name)-\(count)"] = heading
    }
    return anchors
  }

  /// The name that GitHub gives to a heading: in small letters, of letters, digits, `_`
  /// and `-` only, with `-` for each space.
  static func anchor(of heading: String) -> String {
    var name = ""
    for scalar in heading.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
        .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber,
        .connectorPunctuation:
        name.unicodeScalars.append(scalar)
      default:
        if scalar == "-" || scalar == " " { name += "-" }
      }
    }
    return name
  }
}
