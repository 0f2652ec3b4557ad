"""Writes the fixtures with the reference implementation:

    pip install numpy safetensors ml_dtypes
"""

import struct
from pathlib import Path

import ml_dtypes
import numpy as np
from safetensors import __version__, deserialize
from safetensors.numpy import save_file

folder = Path(__file__).parent
floats = {
    "weights": np.arange(6, dtype=np.float32).reshape(2, 3) / 4,
    "number": np.array(1.5, dtype=np.float32),
    "nothing": np.zeros((0, 4), dtype=np.float32),
    'a "name"\n\\ \x01 数字 🖊': np.array([3], dtype=np.float32),
}
others = {
    "double": np.array([0.1, -np.inf, 5e-324]),
    "bytes": np.array([[0], [7], [255]], dtype=np.uint8),
    "half": np.ones(3, dtype=np.float16),
    "complex": np.array([1 + 2j], dtype=np.complex64),
}
metadata = {"kind": "line\n\"two\" é"}
save_file(floats, folder / "floats.safetensors", metadata=metadata)
save_file(floats | others, folder / "all.safetensors", metadata=metadata)
save_file({}, folder / "empty.safetensors")

# Numbers of all sizes, exact ties between two bfloat16 among them, and what they become.
bits = np.arange(0, 1 << 32, 1_000_003, dtype=np.uint32)
ties = (np.arange(0, 1 << 16, 97, dtype=np.uint32) << 16) + 0x8000
singles = np.concatenate([bits, ties, ties - 1, ties + 1]).view(np.float32)
singles = np.concatenate([singles, np.float32([np.inf, -np.inf, 3.4e38, -0.0])])
singles = singles[~np.isnan(singles)]
rounded = singles.astype(ml_dtypes.bfloat16)
save_file({"numbers": singles}, folder / "singles.safetensors")
save_file({"numbers": rounded}, folder / "bfloat16.safetensors")

# A tensor of 8 numbers of every type that the implementation knows, in its own order,
# which it reads. NumPy has not all of them, so that it cannot write them.
types = {
    "U64": 64, "I64": 64, "F64": 64, "C64": 64, "F32": 32, "U32": 32, "I32": 32,
    "BF16": 16, "F16": 16, "U16": 16, "I16": 16, "F8_E5M2FNUZ": 8, "F8_E4M3FNUZ": 8,
    "F8_E8M0": 8, "F8_E4M3": 8, "F8_E5M2": 8, "I8": 8, "U8": 8, "F6_E3M2": 6,
    "F6_E2M3": 6, "F4": 4, "BOOL": 8,
}
entries, data = [], b""
for name, bits in types.items():
    begin = len(data)
    data += bytes(bits)
    entries.append(
        f'"{name.lower()}":{{"dtype":"{name}","shape":[8],'
        f'"data_offsets":[{begin},{len(data)}]}}')
header = ("{" + ",".join(entries) + "}").encode()
header += b" " * (-len(header) % 8)
file = struct.pack("<Q", len(header)) + header + data
assert {tensor["dtype"] for _, tensor in deserialize(file)} == set(types)
(folder / "types.safetensors").write_bytes(file)

# What the implementation takes besides what it writes: a name and a header.
entry = '"w": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]'
accepted = {
    "null-metadata": '{"__metadata__": null, %s}}' % entry,
    "space-before": ' \n\t{%s}}' % entry,
    "space-behind": '{%s}}\r\n ' % entry,
    "unknown-number": '{%s, "more": -1.5e+10}}' % entry,
    "unknown-values": '{%s, "more": {"a": [1, null, {}], "b": "é\\n", "c": true}}}' % entry,
    "unknown-twice": '{%s, "more": 0, "more": []}}' % entry,
    "unknown-of-125-levels": '{%s, "more": %s}}' % (entry, "[" * 125 + "]" * 125),
}
refused = {
    "number-in-metadata": '{"__metadata__": {"a": 1}, %s}}' % entry,
    "null-in-metadata": '{"__metadata__": {"a": null}, %s}}' % entry,
    "metadata-twice": '{"__metadata__": null, "__metadata__": {}, %s}}' % entry,
    "two-shapes": '{%s, "shape": [1]}}' % entry,
    "two-dtypes": '{%s, "dtype": "F32"}}' % entry,
    "null-tensor": '{%s}, "v": null}' % entry,
    "unknown-type": '{%s}, "v": {"dtype": "F99", "shape": [0], "data_offsets": [4, 4]}}' % entry,
    "unknown-word": '{%s, "more": nul}}' % entry,
    "unknown-01": '{%s, "more": 01}}' % entry,
    "unknown-1.": '{%s, "more": 1.}}' % entry,
    "unknown-of-126-levels": '{%s, "more": %s}}' % (entry, "[" * 126 + "]" * 126),
    "half-a-byte": '{%s}, "v": {"dtype": "F4", "shape": [1], "data_offsets": [4, 4]}}' % entry,
    "zeros-behind": '{%s}}\0\0' % entry,
    "byte-order-mark": '\ufeff{%s}}' % entry,
}
lines = []
for headers, verdict in ((accepted, "accepted"), (refused, "refused")):
    for name, header in headers.items():
        header = header.encode()
        file = struct.pack("<Q", len(header)) + header + struct.pack("<f", 0.5)
        try:
            deserialize(file)
            found = "accepted"
        except Exception:
            found = "refused"
        assert found == verdict, name
        lines.append(f"{verdict} {name} {file.hex()}\n")
(folder / "verdicts.txt").write_text("".join(lines))
print("safetensors", __version__, "NumPy", np.__version__)
