// The four files of MNIST become part of the program: it needs no network and no path.

#include "mnist.h"

// Clang takes C23's #embed in every version of C, and warns in the older ones.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char train_images[] = {
#embed "train-images-idx3-ubyte.gz"
};

static const unsigned char train_labels[] = {
#embed "train-labels-idx1-ubyte.gz"
};

static const unsigned char test_images[] = {
#embed "t10k-images-idx3-ubyte.gz"
};

static const unsigned char test_labels[] = {
#embed "t10k-labels-idx1-ubyte.gz"
};

struct mnist_file mnist_train_images(void) {
  return (struct mnist_file){train_images, sizeof train_images};
}

struct mnist_file mnist_train_labels(void) {
  return (struct mnist_file){train_labels, sizeof train_labels};
}

struct mnist_file mnist_test_images(void) {
  return (struct mnist_file){test_images, sizeof test_images};
}

struct mnist_file mnist_test_labels(void) {
  return (struct mnist_file){test_labels, sizeof test_labels};
}
