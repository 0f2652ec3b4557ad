import BookKit

/// What keeps the book from being true, and what can be done.
struct Failure: Error {
  let problems: [Problem]
  let advice: [String]

  /// The causes come before what may follow from them.
  init(_ causes: [Problem], _ others: [Problem] = [], advice: [String]) {
    problems = causes.inOrder + Set(others).subtracting(causes).map(\.self).inOrder
    self.advice = advice
  }
}
