extension [Section] {
  /// The sections of the chapter that a reader names, by its number or by a word of its
  /// heading; those of the whole book where none is named.
  func chapter(_ name: String?) throws -> [Section] {
    guard let name else { return self }
    // A book has one heading of level 1, or one for each chapter.
    let level = count { $0.level == 1 } == 1 ? 2 : 1
    let chapters = indices.filter { self[$0].level == level }
    guard let first = chapters.first(where: { self[$0].isCalled(name) }) else {
      let titles = chapters.map { self[$0].title }.joined(separator: "; ")
      throw WorkspaceError("expected a chapter of the book, found \(name): \(titles)")
    }
    let end = self[(first + 1)...].firstIndex { (1...level).contains($0.level) }
    return Array(self[first..<(end ?? endIndex)])
  }
}

extension Section {
  /// Whether the number is the first in the heading, or the word stands in it.
  fileprivate func isCalled(_ name: String) -> Bool {
    let words = title.split { !$0.isLetter && !$0.isNumber }
    if let number = Int(name) {
      return words.lazy.compactMap { Int($0) }.first == number
    }
    return title.lowercased().contains(name.lowercased())
  }
}
