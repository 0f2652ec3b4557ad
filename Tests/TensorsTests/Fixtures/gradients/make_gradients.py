"""Writes gradients.txt: a network of three layers and its gradients by PyTorch.

    pip install numpy torch && python3 make_gradients.py

The network is relu(relu(relu(x w1 + b1) w2 + b2) w3 + b3), 7 inputs, 6 and 4 hidden
units and 3 outputs, on a batch of 5; its loss is the squared error, summed over the
outputs and averaged over the batch (`sum`) or averaged over both (`mean`).

Each line is a name, a shape, `=` and the numbers, written so that they read back
exactly. All inputs are float32 numbers; `sum.float32.w1` is the gradient with respect
to w1 of the loss `sum` computed in float32.
Written with PyTorch 2.15.0 and NumPy 2.4.6 on Linux x86-64.
"""

import pathlib

import numpy as np
import torch

SIZES = [7, 6, 4, 3]
BATCH = 5


def line(name, array):
    shape = ",".join(str(size) for size in array.shape)
    return f"{name} [{shape}] = " + " ".join(repr(float(v)) for v in array.ravel())


def loss(network, x, y, reduction):
    for layer in range(1, len(SIZES)):
        x = torch.relu(x @ network[f"w{layer}"] + network[f"b{layer}"])
    squares = (x - y) ** 2
    return squares.sum() / BATCH if reduction == "sum" else squares.mean()


def main():
    # With this seed half of every layer is at work, and no sum lies near relu's bend.
    random = np.random.RandomState(1)
    inputs = {
        "x": random.uniform(-1, 1, (BATCH, SIZES[0])),
        "y": random.uniform(0, 1, (BATCH, SIZES[-1])),
    }
    for layer, (rows, columns) in enumerate(zip(SIZES, SIZES[1:]), start=1):
        inputs[f"w{layer}"] = random.uniform(-1, 1, (rows, columns))
        inputs[f"b{layer}"] = random.uniform(-0.5, 0.5, (columns,))
    inputs = {name: array.astype(np.float32) for name, array in inputs.items()}

    lines = [line(name, array) for name, array in inputs.items()]
    for reduction in ["sum", "mean"]:
        for dtype in [torch.float32, torch.float64]:
            kind = f"{reduction}.{str(dtype).removeprefix('torch.')}"
            tensors = {k: torch.tensor(v, dtype=dtype) for k, v in inputs.items()}
            x, y = tensors.pop("x"), tensors.pop("y")
            for parameter in tensors.values():
                parameter.requires_grad_()
            result = loss(tensors, x, y, reduction)
            result.backward()
            lines.append(line(f"{kind}.loss", result.detach().numpy()))
            for name, parameter in tensors.items():
                lines.append(line(f"{kind}.{name}", parameter.grad.numpy()))
    path = pathlib.Path(__file__).with_name("gradients.txt")
    path.write_text("\n".join(lines) + "\n")


main()
