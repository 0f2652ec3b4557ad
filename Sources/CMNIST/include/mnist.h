#ifndef MNIST_H
#define MNIST_H

#include <stddef.h>

/// One gzipped IDX file of MNIST, as it stands in this folder.
struct mnist_file {
  const unsigned char *bytes;
  size_t size;
};

struct mnist_file mnist_train_images(void);
struct mnist_file mnist_train_labels(void);
struct mnist_file mnist_test_images(void);
struct mnist_file mnist_test_labels(void);

#endif
