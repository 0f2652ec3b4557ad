// Site/build-live cuts both files out of those in Sources/CMNIST.

#include "hundred.h"

static const unsigned char images[] = {
#embed "images.bin"
};

static const unsigned char labels[] = {
#embed "labels.bin"
};

const unsigned char *hundred_images(void) { return images; }

const unsigned char *hundred_labels(void) { return labels; }
