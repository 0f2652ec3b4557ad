#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Working memory that a thread keeps between matrix products.
final class Scratch {
  /// The left factor's rows, where it comes transposed.
  var rows = Buffer()
  /// Which entries of the left factor are not zero.
  var nonzeros = Buffer()
  /// A block of the right factor.
  var panels = Buffer()

  /// That of the calling thread.
  static var current: Scratch {
    if let scratch = pthread_getspecific(key) {
      return Unmanaged<Scratch>.fromOpaque(scratch).takeUnretainedValue()
    }
    let scratch = Scratch()
    pthread_setspecific(key, Unmanaged.passRetained(scratch).toOpaque())
    return scratch
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) {
      // Optional on Linux only.
      let scratch: UnsafeMutableRawPointer? = $0
      Unmanaged<Scratch>.fromOpaque(scratch!).release()
    }
    return key
  }()
}

/// Memory that grows to the largest size asked for.
struct Buffer: ~Copyable {
  private var bytes = UnsafeMutableRawBufferPointer.allocate(
    byteCount: 0, alignment: 64)

  /// At least `count` elements, with whatever was left in them.
  mutating func reserve<Element: BitwiseCopyable>(
    _ count: Int, of type: Element.Type
  ) -> UnsafeMutablePointer<Element> {
    let size = count * MemoryLayout<Element>.stride
    if bytes.count < size {
      bytes.deallocate()
      bytes = .allocate(byteCount: size, alignment: 64)
    }
    return bytes.baseAddress!.bindMemory(to: type, capacity: count)
  }

  deinit { bytes.deallocate() }
}
