"""Writes the fixtures with the reference implementation: pip install numpy safetensors"""

from pathlib import Path

import numpy as np
from safetensors import __version__
from safetensors.numpy import save_file

folder = Path(__file__).parent
tensors = {
    "weights": np.arange(6, dtype=np.float32).reshape(2, 3) / 4,
    "double": np.array([0.1, -np.inf, 5e-324]),
    "bytes": np.array([[0], [7], [255]], dtype=np.uint8),
    "ints": np.array([-(2**31), 2**31 - 1], dtype=np.int32),
    "number": np.array(1.5, dtype=np.float32),
    "nothing": np.zeros((0, 4), dtype=np.float32),
    'a "name"\n\\ \x01 数字 🖊': np.array([3], dtype=np.uint8),
}
save_file(tensors, folder / "all.safetensors", metadata={"kind": "line\n\"two\" é"})
save_file(
    {"half": np.ones(3, dtype=np.float16), "long": np.ones(2, dtype=np.int64)},
    folder / "others.safetensors")
save_file({}, folder / "empty.safetensors")
print("safetensors", __version__, "NumPy", np.__version__)
