#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether the address or the thread sanitizer watches this process. Both reserve more
/// address space than there is memory, so that no limit on memory means anything.
package let isSanitized = isLoaded("__asan_init") || isThreadSanitized

/// Whether the thread sanitizer watches this process, which slows it some forty times.
package let isThreadSanitized = isLoaded("__tsan_init")

/// Whether the program or one of its libraries has a function of this name.
private func isLoaded(_ function: String) -> Bool {
  #if canImport(Darwin)
    // RTLD_DEFAULT there, which as a cast in C Swift does not see; on Linux it is null.
    let anywhere = UnsafeMutableRawPointer(bitPattern: -2)
  #else
    let anywhere: UnsafeMutableRawPointer? = nil
  #endif
  return dlsym(anywhere, function) != nil
}
