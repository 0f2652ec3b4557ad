#ifndef DEJAVU_H
#define DEJAVU_H

#include <stddef.h>

/// The bytes of font.bin, which make_font.py made and describes.
const unsigned char *dejavu_bytes(void);

/// The number of those bytes.
size_t dejavu_count(void);

#endif
