/// `--start -4` as `--start=-4`: the parser would take what begins with a dash for an
/// option.
func joiningNegativeNumbers(_ arguments: [String]) -> [String] {
  var joined: [String] = []
  for argument in arguments {
    if argument.hasPrefix("-"), Double(argument) != nil, let option = joined.last,
      option.hasPrefix("--"), option != "--", !option.contains("=")
    {
      joined[joined.count - 1] += "=\(argument)"
    } else {
      joined.append(argument)
    }
  }
  return joined
}
