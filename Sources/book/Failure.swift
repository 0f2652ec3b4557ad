import BookKit

/// What keeps the book from being true, and what can be done.
struct Failure: Error {
  let problems: [Problem]
  let advice: [String]

  init(_ problems: [Problem], advice: [String]) {
    self.problems = problems.inOrder
    self.advice = advice
  }
}
