"""What the Python programs share: reading a pack of files, counting nodes, measuring."""

import statistics
import struct
import sys
import time


def files(path):
    with open(path, "rb") as file:
        data = file.read()
    count = struct.unpack_from("<I", data)[0]
    start = 4 * (count + 1)
    for size in struct.unpack_from(f"<{count}I", data, 4):
        yield data[start : start + size]
        start += size


def nodes(node):
    if node.id == "mapping":
        return 1 + sum(nodes(key) + nodes(value) for key, value in node.value)
    if node.id == "sequence":
        return 1 + sum(nodes(item) for item in node.value)
    return 1


def measure(parse, compose):
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} PACK PASSES")
    texts = list(files(sys.argv[1]))
    times = []
    for _ in range(int(sys.argv[2])):
        began = time.perf_counter_ns()
        for text in texts:
            parse(text)
        times.append(time.perf_counter_ns() - began)
    count = sum(nodes(compose(text)) for text in texts)
    print(sum(map(len, texts)), count, int(statistics.median(times)))
