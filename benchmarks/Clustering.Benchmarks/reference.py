"""What others reach on the same data: networkx and igraph on a planted graph, numpy on all pairs of dense vectors."""
import sys
import time


def planted(path):
    import igraph
    import networkx

    with open(path) as file:
        truth = [int(word) for word in file.readline().split()]
        edges = [tuple(map(int, line.split())) for line in file]
    graph = igraph.Graph(n=len(truth), edges=edges)
    other = networkx.Graph()
    other.add_nodes_from(range(len(truth)))
    other.add_edges_from(edges)

    def report(name, run, membership_of, resolution, repetitions):
        times, processor = [], []
        for _ in range(repetitions):
            start, before = time.perf_counter(), time.process_time()
            result = run()
            times.append(time.perf_counter() - start)
            processor.append(time.process_time() - before)
        membership = membership_of(result)
        parts = {}
        for node, part in enumerate(membership):
            parts.setdefault(part, set()).add(node)
        nmi = igraph.compare_communities(truth, membership, method="nmi")
        q = networkx.community.modularity(other, parts.values(), resolution=resolution)
        print(f"{name:36} first {times[0]:.3f} s  median {sorted(times)[len(times) // 2]:.3f} s  processor {sorted(processor)[len(times) // 2]:.3f} s  "
              f"communities {len(parts):6}  NMI {nmi:.4f}  modularity {q:.6f}", flush=True)

    def of_sets(sets):
        membership = [0] * len(truth)
        for part, nodes in enumerate(sets):
            for node in nodes:
                membership[node] = part
        return membership

    for gamma in (1, 30):
        report(f"igraph multilevel resolution {gamma}", lambda: graph.community_multilevel(resolution=gamma), lambda r: r.membership, gamma, 7)
        report(f"igraph Leiden resolution {gamma}",
               lambda: graph.community_leiden(objective_function="modularity", resolution_parameter=gamma, n_iterations=2), lambda r: r.membership, gamma, 7)
        report(f"networkx Louvain resolution {gamma}",
               lambda: networkx.community.louvain_communities(other, resolution=gamma, seed=0), of_sets, gamma, 2)


def join(path, count, dimension, threshold):
    import numpy

    rows = numpy.fromfile(path, dtype=numpy.float32).reshape(count, dimension)
    for block in (1000, 2000):
        start, before = time.perf_counter(), time.process_time()
        pairs = 0
        for i in range(0, count, block):
            product = rows[i:i + block] @ rows.T
            pairs += int((product > threshold).sum())
        # The full square holds every pair twice and every row with itself.
        print(f"numpy, all pairs in blocks of {block:5}      {time.perf_counter() - start:.2f} s  processor {time.process_time() - before:.2f} s  pairs {(pairs - count) // 2}", flush=True)


if sys.argv[1] == "planted":
    planted(sys.argv[2])
else:
    join(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]))
