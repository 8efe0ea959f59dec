"""Solves problems with scipy's HiGHS: reads lines PATH SECONDS, answers STATUS NANOSECONDS VALUE..."""

import json
import sys
import time

import numpy
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.optimize._highspy import _core
from scipy.sparse import csr_matrix

OPTIMAL, OPEN, INFEASIBLE = 0, 1, 2
SAID = {OPTIMAL: "OPTIMAL", INFEASIBLE: "INFEASIBLE"}


def read(path):
    """The problem as scipy takes it; its rows come with large factors divided already."""
    with open(path, encoding="utf-8") as file:
        tree = json.load(file)
    data = [factor for row in tree["factors"] for factor in row]
    columns = [column for row in tree["columns"] for column in row]
    starts = numpy.cumsum([0] + [len(row) for row in tree["columns"]])
    size = len(tree["objective"])
    matrix = csr_matrix((data, columns, starts), shape=(len(tree["columns"]), size), dtype=float)
    least, most = ([float(bound.replace("Infinity", "inf")) for bound in tree[side]] for side in ("least", "most"))
    rows = LinearConstraint(matrix, least, most)
    return -numpy.array(tree["objective"], dtype=float), rows, Bounds(tree["lower"], tree["upper"]), numpy.ones(size)


def main():
    highs = ".".join(str(getattr(_core, "HIGHS_VERSION_" + part)) for part in ("MAJOR", "MINOR", "PATCH"))
    print("HiGHS", highs, "in scipy", scipy.__version__, flush=True)
    for line in sys.stdin:
        path, seconds = line.split()
        objective, rows, bounds, whole = read(path)
        options = {"mip_rel_gap": 0, "time_limit": float(seconds)}
        start = time.perf_counter_ns()
        result = milp(objective, constraints=rows, bounds=bounds, integrality=whole, options=options)
        nanoseconds = time.perf_counter_ns() - start
        values = [] if result.x is None else [str(round(value)) for value in result.x]
        print(SAID.get(result.status, "OPEN"), nanoseconds, *values, flush=True)


main()
