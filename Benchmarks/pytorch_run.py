"""The training run in PyTorch, eager."""

import torch

import workload


class Network:
    def __init__(self, weights):
        layers = []
        for w in weights:
            linear = torch.nn.Linear(*w.shape)
            with torch.no_grad():
                linear.weight.copy_(torch.from_numpy(w.T))
                linear.bias.zero_()
            layers += [linear, torch.nn.ReLU()]
        self.model = torch.nn.Sequential(*layers)
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=workload.RATE)

    @staticmethod
    def place(array):
        return torch.from_numpy(array)

    def step(self, x, y):
        loss = torch.square(self.model(x) - y).sum() / len(x)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss.detach()


if __name__ == "__main__":
    workload.main({"pytorch": Network})
