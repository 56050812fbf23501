namespace AgentScaler.Clustering.Communities;

/// <summary>
/// Moves nodes, one at a time, to the neighbouring community with the greatest gain, until no move gains. Only nodes whose neighbourhood has changed
/// are visited again. The quality of a partition is the sum, over its communities, of the inner weight minus lambda/2 times the square of the
/// strength. With lambda = resolution / 2m this is m times the modularity.
/// </summary>
internal sealed class LocalMoving(WeightedGraph graph, double lambda)
{
    private const double LeastGain = 1e-10;

    private readonly double[] _towards = new double[graph.NodeCount];
    private readonly int[] _touched = new int[graph.NodeCount];

    /// <param name="community">The community of every node, numbered below the number of nodes; changed in place.</param>
    /// <returns>Whether a node moved.</returns>
    public bool Run(int[] community, int[] order, CancellationToken cancellationToken)
    {
        var n = graph.NodeCount;
        var strengths = new double[n];
        var sizes = new int[n];
        for (var node = 0; node < n; node++)
        {
            strengths[community[node]] += graph.Strengths[node];
            sizes[community[node]]++;
        }

        var empty = new Stack<int>();
        for (var c = n - 1; c >= 0; c--)
        {
            if (sizes[c] == 0)
            {
                empty.Push(c);
            }
        }

        // A ring: at most every node waits at one time.
        var queue = order.AsSpan().ToArray();
        var waiting = new bool[n];
        Array.Fill(waiting, true);
        var head = 0;
        var length = n;
        var moved = false;
        for (var steps = 0; length > 0; steps++)
        {
            if ((steps & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var node = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            length--;
            waiting[node] = false;
            var from = community[node];
            var to = Best(node, community, strengths, sizes, empty);
            if (to == from)
            {
                continue;
            }

            Move(node, from, to, community, strengths, sizes, empty);
            moved = true;
            foreach (var neighbour in graph.Neighbours(node))
            {
                if (!waiting[neighbour] && community[neighbour] != to)
                {
                    waiting[neighbour] = true;
                    var tail = head + length;
                    queue[tail >= n ? tail - n : tail] = neighbour;
                    length++;
                }
            }
        }

        return moved;
    }

    private int Best(int node, int[] community, double[] strengths, int[] sizes, Stack<int> empty)
    {
        var own = community[node];
        var count = 0;
        var offsets = graph.Offsets;
        var targets = graph.Targets;
        var weights = graph.Weights;
        for (var i = offsets[node]; i < offsets[node + 1]; i++)
        {
            var c = community[targets[i]];
            if (_towards[c] == 0)
            {
                _touched[count++] = c;
            }

            _towards[c] += weights[i];
        }

        var price = lambda * graph.Strengths[node];
        var best = own;
        var bestGain = _towards[own] - price * (strengths[own] - graph.Strengths[node]) + LeastGain;
        for (var i = 0; i < count; i++)
        {
            var c = _touched[i];
            var gain = _towards[c] - price * strengths[c];
            if (gain > bestGain && c != own)
            {
                best = c;
                bestGain = gain;
            }

            _towards[c] = 0;
        }

        _towards[own] = 0;
        return bestGain < 0 && sizes[own] > 1 && empty.Count > 0 ? empty.Peek() : best;
    }

    private void Move(int node, int from, int to, int[] community, double[] strengths, int[] sizes, Stack<int> empty)
    {
        if (sizes[to] == 0)
        {
            empty.Pop();
        }

        strengths[from] -= graph.Strengths[node];
        strengths[to] += graph.Strengths[node];
        sizes[to]++;
        if (--sizes[from] == 0)
        {
            strengths[from] = 0;
            empty.Push(from);
        }

        community[node] = to;
    }
}
