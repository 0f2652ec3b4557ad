#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether the address or the thread sanitizer watches this process. Both reserve more
/// address space than there is memory, so that no limit on memory means anything.
public let isSanitized = dlsym(nil, "__asan_init") != nil || isThreadSanitized

/// Whether the thread sanitizer watches this process, which slows it some forty times.
public let isThreadSanitized = dlsym(nil, "__tsan_init") != nil
