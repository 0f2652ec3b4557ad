/// Ends the program where two lists that belong together have different lengths.
func requireSameCount(
  _ operation: StaticString, _ counts: Int..., file: StaticString, line: UInt
) {
  guard counts.allSatisfy({ $0 == counts[0] }) else {
    let found = counts.map { "\($0)" }.joined(separator: ", ")
    fatalError(
      "\(operation): the lists must be equally long, not \(found)", file: file,
      line: line)
  }
}
