"""Deciles of the signals of risk, lowest and highest value included: what is usual.

Measured on German-English news: 1,567 segments of five engines and of people.
"""

COVERAGE: dict[str, tuple[float, ...]] = {
    "three least covered": (0.008, 0.299, 0.389, 0.447, 0.49, 0.529, 0.563, 0.597, 0.631, 0.672, 0.873),
    "least covered": (0.008, 0.394, 0.499, 0.55, 0.585, 0.619, 0.647, 0.674, 0.707, 0.748, 1.0),
    "cosine": (0.008, 0.129, 0.154, 0.169, 0.185, 0.199, 0.217, 0.235, 0.261, 0.304, 0.979),
    "mutual": (0.0, 0.0, 0.085, 0.125, 0.159, 0.192, 0.222, 0.25, 0.294, 0.347, 0.783),
}
SURFACE: dict[str, tuple[float, ...]] = {
    "length": (5.0, 47.0, 63.2, 82.8, 101.0, 127.0, 160.6, 205.0, 278.0, 409.4, 719.0),
    "shortness": (-4.016, -1.844, -1.413, -1.093, -0.827, -0.57, -0.329, -0.082, 0.292, 0.879, 14.14),
}
# The mean of the first over an article.
NEIGHBOURS: dict[str, tuple[float, ...]] = {
    "mean": (0.374, 0.434, 0.463, 0.479, 0.487, 0.5, 0.516, 0.524, 0.552, 0.599, 0.687)
}
