/// What a book shows of the package's files.
struct Coverage {
  /// The lines of sources: by path and index, the lines of the book that show them.
  var sourceLines: [String: [Int: [Int]]] = [:]
  /// The regions of sources and logs, as `path#name`.
  var regions: Set<String> = []
  /// The values of logs, as `path#name`.
  var values: Set<String> = []
  /// The files that are shown whole, or in part.
  var whole: Set<String> = []
  var files: Set<String> = []
}
