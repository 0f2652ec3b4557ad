#include "dejavu.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "font.bin"
};

const unsigned char *dejavu_bytes(void) { return bytes; }

size_t dejavu_count(void) { return sizeof bytes; }
