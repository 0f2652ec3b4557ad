"""The training run in TensorFlow: as the document has it, and compiled."""

import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"

import tensorflow as tf
from tensorflow import keras

import workload


class Tape:
    """The document's second program: variables and a tape, run eagerly."""

    def __init__(self, weights):
        self.variables = []
        for w in weights:
            self.variables += [tf.Variable(w), tf.Variable(tf.zeros([w.shape[1]]))]

    @staticmethod
    def place(array):
        return tf.constant(array)

    def step(self, x, y):
        w1, b1, w2, b2, w3, b3 = self.variables
        lr = workload.RATE
        with tf.GradientTape() as tape:
            h1 = x @ w1 + b1
            h1 = tf.nn.relu(h1)
            h2 = h1 @ w2 + b2
            h2 = tf.nn.relu(h2)
            out = h2 @ w3 + b3
            out = tf.nn.relu(out)
            loss = tf.reduce_sum(tf.square(y - out)) / x.shape[0]
        grads = tape.gradient(loss, [w1, b1, w2, b2, w3, b3])
        w1.assign_sub(lr * grads[0])
        b1.assign_sub(lr * grads[1])
        w2.assign_sub(lr * grads[2])
        b2.assign_sub(lr * grads[3])
        w3.assign_sub(lr * grads[4])
        b3.assign_sub(lr * grads[5])
        return loss


class Function(Tape):
    """The same step as a graph."""

    jit_compile = False

    def __init__(self, weights):
        super().__init__(weights)
        self.step = tf.function(super().step, jit_compile=self.jit_compile)


class XLA(Function):
    """The same step as a graph that XLA compiles."""

    jit_compile = True


class Keras:
    """The document's first program: layers, a tape and an optimizer, run eagerly."""

    def __init__(self, weights):
        self.model = keras.Sequential(
            [keras.layers.Dense(w.shape[1], activation="relu") for w in weights])
        self.model.build((None, weights[0].shape[0]))
        for layer, w in zip(self.model.layers, weights):
            layer.set_weights([w, layer.get_weights()[1]])
        self.optimizer = keras.optimizers.SGD(learning_rate=workload.RATE)

    @staticmethod
    def place(array):
        return tf.constant(array)

    def step(self, x, y):
        model = self.model
        with tf.GradientTape() as tape:
            x = tf.reshape(x, (-1, 28 * 28))
            out = model(x)
            loss = tf.reduce_sum(tf.square(out - y)) / x.shape[0]
        grads = tape.gradient(loss, model.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, model.trainable_variables))
        return loss


if __name__ == "__main__":
    workload.main({"tape": Tape, "keras": Keras, "function": Function, "xla": XLA})
