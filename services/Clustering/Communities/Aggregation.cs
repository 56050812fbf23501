namespace AgentScaler.Clustering.Communities;

/// <summary>Builds the graph whose nodes are the parts of a partition.</summary>
internal static class Aggregation
{
    /// <summary>Renumbers labels in order of first appearance.</summary>
    /// <returns>How many labels there are.</returns>
    public static int Renumber(int[] labels)
    {
        var numbers = new int[labels.Length];
        Array.Fill(numbers, -1);
        var count = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            ref var number = ref numbers[labels[i]];
            if (number < 0)
            {
                number = count++;
            }

            labels[i] = number;
        }

        return count;
    }

    /// <param name="parts">The part of every node, numbered from 0 without a gap.</param>
    public static WeightedGraph Of(WeightedGraph graph, int[] parts, int count)
    {
        var (starts, members) = Members(parts, count);
        var offsets = new int[count + 1];
        var targets = new List<int>(Math.Min(graph.Targets.Length, 4 * count));
        var weights = new List<double>(targets.Capacity);
        var selfWeights = new double[count];
        var towards = new double[count];
        var touched = new List<int>();
        for (var part = 0; part < count; part++)
        {
            double inner = 0;
            for (var m = starts[part]; m < starts[part + 1]; m++)
            {
                var node = members[m];
                selfWeights[part] += graph.SelfWeights[node];
                for (var i = graph.Offsets[node]; i < graph.Offsets[node + 1]; i++)
                {
                    var other = parts[graph.Targets[i]];
                    if (other == part)
                    {
                        inner += graph.Weights[i];
                        continue;
                    }

                    if (towards[other] == 0)
                    {
                        touched.Add(other);
                    }

                    towards[other] += graph.Weights[i];
                }
            }

            selfWeights[part] += inner / 2;
            touched.Sort();
            foreach (var other in touched)
            {
                targets.Add(other);
                weights.Add(towards[other]);
                towards[other] = 0;
            }

            touched.Clear();
            offsets[part + 1] = targets.Count;
        }

        return new WeightedGraph(offsets, [.. targets], [.. weights], selfWeights);
    }

    /// <summary>Groups the nodes by part: those of part p are at Starts[p] to Starts[p + 1], ascending.</summary>
    public static (int[] Starts, int[] Members) Members(int[] parts, int count)
    {
        var starts = new int[count + 1];
        foreach (var part in parts)
        {
            starts[part + 1]++;
        }

        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.AsSpan(0, count).ToArray();
        var members = new int[parts.Length];
        for (var node = 0; node < parts.Length; node++)
        {
            members[next[parts[node]]++] = node;
        }

        return (starts, members);
    }
}
