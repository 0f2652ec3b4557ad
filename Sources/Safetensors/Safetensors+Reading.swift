import Files

extension Safetensors {
  /// Reads a file of at most `limit` bytes.
  ///
  /// - Throws: a `FileError` if the file cannot be read, or breaks a rule of the format in
  ///   whatever way: `weights.safetensors: expected 2408 bytes of header, found 512`.
  public init(reading path: String, limit: Int) throws(FileError) {
    try self.init(bytes: try readWhole(path, limit: limit), name: path)
  }
}
