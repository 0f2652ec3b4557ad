#include <stdbool.h>

/// Whether this processor has the instructions that the kernels are compiled for: AVX2
/// and FMA on x86-64, nothing in particular elsewhere.
bool processor_runs_the_kernels(void);

/// The core that this thread runs on; 0 where the system does not tell.
int processor_core(void);

/// Moves this thread away from a core, if it is on it and may run elsewhere.
///
/// Linux likes to wake a thread on the core of the thread that wakes it, and can leave
/// the two there for seconds while another core idles. Other systems need no help.
void processor_leave(int core);
