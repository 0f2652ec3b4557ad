"""The training run in JAX: a whole step compiled, the parameters updated in place."""

import functools

import jax
import jax.numpy as jnp

import workload


def loss_of(parameters, x, y):
    h = x
    for w, b in parameters:
        h = jax.nn.relu(h @ w + b)
    return jnp.square(h - y).sum() / len(x)


@functools.partial(jax.jit, donate_argnums=0)
def train_step(parameters, x, y):
    loss, gradients = jax.value_and_grad(loss_of)(parameters, x, y)
    update = lambda p, g: p - workload.RATE * g
    return jax.tree.map(update, parameters, gradients), loss


class Network:
    def __init__(self, weights):
        self.parameters = [
            (jnp.array(w), jnp.zeros(w.shape[1], jnp.float32)) for w in weights
        ]

    @staticmethod
    def place(array):
        return jnp.array(array)

    def step(self, x, y):
        self.parameters, loss = train_step(self.parameters, x, y)
        return loss


if __name__ == "__main__":
    workload.main({"jax": Network})
