extension String {
  /// The text as one word of a shell's command line: in quotes where it needs them.
  ///
  ///     "my run.safetensors".shellWord  // "'my run.safetensors'"
  public var shellWord: String {
    let isPlain = allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=+,:@%".contains($0))
    }
    if isPlain, !isEmpty { return self }
    return "'" + replacing("'", with: #"'\''"#) + "'"
  }
}
