"""The document's linear regression with `np.random.seed(N)` in front.

    python3 document.py 1 2 3

writes seed-1.txt and so on beside this file: what the document's program prints.
Made with Python 3.11 and NumPy 2.4.6.
"""

import pathlib
import sys

import numpy as np


def loss(b, w, xArr, yArr):
    total_loss = 0
    for i in range(0, len(xArr)):
        x = xArr[i]
        y = yArr[i]
        total_loss = total_loss + (y - (w * x + b)) ** 2
    return total_loss / (float(len(xArr)))


def step_gradient(b_cur, w_cur, xArr, yArr, lr):
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


def gradient_descent(b_start, w_start, xArr, yArr, lr, iterations):
    b = b_start
    w = w_start
    for i in range(iterations):
        b, w = step_gradient(b_cur=b, w_cur=w, xArr=xArr, yArr=yArr, lr=lr)
    return b, w


for seed in map(int, sys.argv[1:]):
    with open(pathlib.Path(__file__).with_name(f"seed-{seed}.txt"), "w") as out:
        np.random.seed(seed)
        xData = np.linspace(-10, 10, 100)
        yData = 2.0 * xData + 1.0 + np.random.randn(xData.shape[0]) * 0.2
        b = 0
        w = 0
        print('初值的损失:', loss(b=b, w=w, xArr=xData, yArr=yData), file=out)
        b, w = gradient_descent(b_start=b, w_start=w, xArr=xData, yArr=yData,
                                lr=0.001, iterations=100000)
        print('b:', b, ' w:', w, file=out)
        print('训练后的损失:', loss(b=b, w=w, xArr=xData, yArr=yData), file=out)
