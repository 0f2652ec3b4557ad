import ArgumentParser

/// The path of a file or folder, as the `transform` of an option: any text but an empty
/// one, which a script passes on from a variable that is not set.
@Sendable public func path(_ text: String) throws -> String {
  guard !text.isEmpty else { throw ValidationError("expected a path, found none") }
  return text
}
