#include <stdbool.h>

/// Whether this processor has the instructions that the kernels are compiled for: AVX2
/// and FMA on x86-64, nothing in particular elsewhere.
bool processor_runs_the_kernels(void);
