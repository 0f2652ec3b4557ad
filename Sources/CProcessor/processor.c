#define _GNU_SOURCE
#include "processor.h"

#if defined(__linux__)
#include <sched.h>
#endif

bool processor_runs_the_kernels(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return true;
#endif
}

int processor_core(void) {
#if defined(__linux__)
  return sched_getcpu();
#else
  return 0;
#endif
}

void processor_leave(int core) {
#if defined(__linux__)
  if (sched_getcpu() != core) return;
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  cpu_set_t others = allowed;
  CPU_CLR(core, &others);
  // Forbidding the core for a moment makes the system choose another one; it refuses
  // where none would be left.
  if (sched_setaffinity(0, sizeof others, &others) == 0) {
    sched_setaffinity(0, sizeof allowed, &allowed);
  }
#else
  (void)core;
#endif
}
