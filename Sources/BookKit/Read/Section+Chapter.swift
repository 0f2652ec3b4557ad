extension [Section] {
  /// The sections of the chapter that a reader names, by its number or by a word of its
  /// heading; those of the whole book where none is named.
  func chapter(_ name: String?) throws -> [Section] {
    guard let name else { return self }
    let chapters = indices.filter { self[$0].level == 2 }
    guard let first = chapters.first(where: { self[$0].isCalled(name) }) else {
      let titles = chapters.map { self[$0].title }.joined(separator: "; ")
      throw WorkspaceError("expected a chapter of the book, found \(name): \(titles)")
    }
    return [self[first]] + self[(first + 1)...].prefix { $0.level > 2 }
  }
}

extension Section {
  /// Whether the number is the first in the heading, or the word stands in it.
  fileprivate func isCalled(_ name: String) -> Bool {
    guard let number = Int(name) else {
      return title.lowercased().contains(name.lowercased())
    }
    return title.unicodeScalars.numbers.first?.text == "\(number)"
  }
}
