"""The work in NumPy, on the BLAS that it comes with (OpenBLAS in PyPI's builds)."""

import time

import numpy as np

import workload


class Network:
    """Forward and backward by hand, in place where that saves a copy."""

    def __init__(self, weights):
        self.w = weights
        self.b = [np.zeros(w.shape[1], np.float32) for w in weights]

    @staticmethod
    def place(array):
        return array

    def step(self, x, y):
        h = [x]
        for w, b in zip(self.w, self.b):
            z = h[-1] @ w
            z += b
            h.append(np.maximum(z, 0, out=z))
        dy = h[-1] - y
        loss = np.vdot(dy, dy) / len(x)
        dy *= np.float32(2 / len(x))
        for i in reversed(range(len(self.w))):
            dy *= h[i + 1] > 0
            dw, db = h[i].T @ dy, dy.sum(axis=0)
            if i > 0:
                dy = dy @ self.w[i].T
            dw *= np.float32(workload.RATE)
            db *= np.float32(workload.RATE)
            self.w[i] -= dw
            self.b[i] -= db
        return loss


def products(*shapes):
    random = np.random.RandomState(workload.SEED)
    seconds = []
    for shape in shapes:
        form, *sizes = shape.split(":")
        m, k, n = map(int, sizes)
        a = random.uniform(-1, 1, (k, m) if form == "tn" else (m, k)).astype(np.float32)
        b = random.uniform(-1, 1, (n, k) if form == "nt" else (k, n)).astype(np.float32)
        a, b = a.T if form == "tn" else a, b.T if form == "nt" else b
        seconds.append(workload.median_seconds(lambda: a @ b))
    return {"seconds": seconds}


def step_gradient(b_cur, w_cur, xArr, yArr, lr):
    """The document's function, as it stands there."""
    b_gradient = 0
    w_gradient = 0
    n = float(len(xArr))
    for i in range(0, len(xArr)):
        x = xArr[i]
        y = yArr[i]
        w_gradient = w_gradient + (2 / n) * ((w_cur * x + b_cur) - y) * x
        b_gradient = b_gradient + (2 / n) * ((w_cur * x + b_cur) - y)
    b_new = b_cur - (lr * b_gradient)
    w_new = w_cur - (lr * w_gradient)
    return b_new, w_new


def vectorised_step(b, w, x, y, lr):
    error = w * x + b - y
    scale = 2 * lr / len(x)
    return b - scale * error.sum(), w - scale * (error @ x)


def regression(style, iterations):
    x = np.linspace(-10, 10, 100)
    y = 2.0 * x + 1.0 + np.random.RandomState(workload.SEED).randn(100) * 0.2
    step = vectorised_step if style == "vectorised" else step_gradient
    if style == "lists":
        x, y = x.tolist(), y.tolist()
    b = w = 0.0
    start = time.perf_counter()
    for _ in range(int(iterations)):
        b, w = step(b, w, x, y, workload.RATE)
    seconds = (time.perf_counter() - start) / int(iterations)
    return {"seconds": [seconds], "line": [float(b), float(w)]}


def read():
    def load():
        return [
            workload.bytes_of(f"{part}-{kind}.gz", header)
            for part in ("train", "t10k")
            for kind, header in (("images-idx3-ubyte", 16), ("labels-idx1-ubyte", 8))
        ]

    checksum = sum(int(array.sum()) for array in load())
    return {"seconds": [workload.median_seconds(load)], "checksum": [checksum]}


if __name__ == "__main__":
    workload.main(
        {"numpy": Network}, products=products, regression=regression, read=read)
