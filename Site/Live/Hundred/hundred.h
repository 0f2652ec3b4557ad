/// The first hundred training images of MNIST, 28 × 28 bytes each.
const unsigned char *hundred_images(void);

/// Their labels, a byte each.
const unsigned char *hundred_labels(void);
