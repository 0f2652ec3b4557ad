#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// The boundary to the C library's files.

/// The bytes of a file, of which there may be at most `limit`.
func readBytes(of path: String, limit: Int) throws(PNGError) -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    throw .cannotRead(file: path, reason: systemReason())
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    bytes += chunk[..<count]
    if bytes.count > limit { throw .tooManyBytes(file: path, limit: limit) }
    if count < chunk.count { break }
  }
  if ferror(file) != 0 { throw .cannotRead(file: path, reason: systemReason()) }
  return bytes
}

/// Writes a file under a temporary name in the same folder and renames it into place.
func writeBytes(_ bytes: [UInt8], to path: String) throws(PNGError) {
  // The process's number keeps two programs that write the same file apart.
  let temporary = "\(path).\(getpid()).part"
  guard let file = fopen(temporary, "wb") else {
    throw .cannotWrite(file: path, reason: systemReason())
  }
  var succeeded = fwrite(bytes, 1, bytes.count, file) == bytes.count
  var reason = succeeded ? "" : systemReason()
  // What was buffered may fail only now.
  if fclose(file) != 0, succeeded {
    (succeeded, reason) = (false, systemReason())
  }
  if succeeded, rename(temporary, path) != 0 {
    (succeeded, reason) = (false, systemReason())
  }
  if !succeeded {
    remove(temporary)
    throw .cannotWrite(file: path, reason: reason)
  }
}

/// What the system says about the last call that failed.
private func systemReason() -> String {
  String(cString: strerror(errno))
}
