/// Text for a terminal: characters, each with a style.
struct StyledText: Equatable {
  /// How a character looks.
  struct Style: OptionSet, Hashable {
    let rawValue: Int
    static let bold = Style(rawValue: 1)
    static let italic = Style(rawValue: 2)
    static let code = Style(rawValue: 4)
    static let dim = Style(rawValue: 8)
    static let underlined = Style(rawValue: 16)

    /// The numbers of the ANSI sequence that turns it on.
    fileprivate var codes: String {
      let all: [(Style, String)] = [
        (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underlined, "4"), (.code, "36"),
      ]
      return all.filter { contains($0.0) }.map(\.1).joined(separator: ";")
    }
  }

  private(set) var characters: [(character: Character, style: Style)] = []

  init(_ text: String = "", _ style: Style = []) {
    append(text, style)
  }

  static func == (a: StyledText, b: StyledText) -> Bool {
    a.characters.elementsEqual(b.characters) { $0 == $1 }
  }

  mutating func append(_ text: String, _ style: Style = []) {
    characters += text.map { ($0, style) }
  }

  mutating func append(_ other: StyledText) {
    characters += other.characters
  }

  var isEmpty: Bool { characters.allSatisfy { $0.character.isWhitespace } }

  /// The text without its styles.
  var plain: String { String(characters.map(\.character)) }

  /// The text with ANSI sequences.
  var ansi: String {
    var text = ""
    var current: Style = []
    for (character, style) in characters {
      if style != current {
        if current != [] { text += "\u{1B}[0m" }
        if style != [] { text += "\u{1B}[\(style.codes)m" }
        current = style
      }
      text.append(character)
    }
    return current == [] ? text : text + "\u{1B}[0m"
  }

  /// The text in lines of at most `width` columns, broken at spaces; a longer word has a
  /// line of its own. The lines after the first begin with `indent` spaces.
  func wrapped(width: Int, indent: Int = 0) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    var column = 0
    var isFresh = true
    let words = characters.split(omittingEmptySubsequences: !lines.isEmpty) {
      $0.character == " "
    }
    for word in words {
      let size = word.reduce(0) { $0 + $1.character.columns }
      if !isFresh, column + 1 + size > width {
        lines.append(line)
        line = StyledText(String(repeating: " ", count: indent))
        (column, isFresh) = (indent, true)
      }
      if !isFresh {
        line.append(
          " ",
          line.characters.last?.style == word.first?.style
            ? word.first?.style ?? [] : [])
        column += 1
      }
      line.characters += word
      column += size
      isFresh = false
    }
    return lines + [line]
  }
}

extension Character {
  /// How many columns of a terminal it takes: two for the characters of East Asia and for
  /// emoji, none for marks that combine.
  var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
