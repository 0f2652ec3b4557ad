#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a folder and those around it, where they do not exist.
public func makeFolder(_ path: String) throws(FileError) {
  var made: [String] = []
  try makeFolder(path, noting: &made)
}

/// Makes a folder and those around it, where they do not exist, and adds those that it
/// made to `made`, the outermost first.
public func makeFolder(_ path: String, noting made: inout [String]) throws(FileError) {
  if path.isEmpty || isFolder(path) { return }
  if let slash = path.lastIndex(of: "/") {
    try makeFolder(String(path[..<slash]), noting: &made)
  }
  if mkdir(path, 0o777) == 0 {
    made.append(path)
  } else if errno != EEXIST {
    throw FileError(path, unwritable)
  } else if !isFolder(path) {  // Another program may have made it meanwhile.
    throw FileError(path, unwritable, reason: "a file, not a folder")
  }
}

/// Sees that files could be written in a folder, which `makeFolder` may have to make,
/// and leaves what is there as it is: no folder is made, lest another program that
/// writes here find it gone.
public func requireWritable(folder path: String) throws(FileError) {
  if path.isEmpty || isFolder(path) {
    // Any name will do: the file has another one, and is removed at once.
    return try requireWritable(path.isEmpty ? "folder" : "\(path)/folder")
  }
  var status = stat()
  guard lstat(path, &status) != 0 else {
    throw FileError(path, unwritable, reason: "a file, not a folder")
  }
  guard errno == ENOENT || errno == ENOTDIR else { throw FileError(path, unwritable) }
  let parent = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  try requireWritable(folder: parent.isEmpty && path.hasPrefix("/") ? "/" : "\(parent)")
}

/// Removes folders, the last one first, as far as they are empty.
public func removeEmpty(_ folders: [String]) {
  for folder in folders.reversed() { rmdir(folder) }
}

/// Runs `body` while no other program does so with the same folder.
public func withLocked<Result>(
  folder: String, _ body: () throws -> Result
) rethrows -> Result {
  let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
  // Not every file system has locks; without them programs do not wait for each other.
  if descriptor >= 0 { flock(descriptor, LOCK_EX) }
  defer { if descriptor >= 0 { close(descriptor) } }
  return try body()
}

/// Whether there is a folder of this path.
public func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether anything stands at a path, or at least something that hides whether it does.
public func exists(_ path: String) -> Bool {
  access(path, F_OK) == 0 || errno != ENOENT && errno != ENOTDIR
}
