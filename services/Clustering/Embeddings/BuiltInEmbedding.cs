using AgentScaler.Clustering.Profiles;
using AgentScaler.Clustering.Similarity;

namespace AgentScaler.Clustering.Embeddings;

/// <summary>
/// The deterministic embedding that needs no model. Every feature is weighted by its inverse document frequency. Each block of features has its share
/// of the cosine, and less if it holds only what every tool has, so that boilerplate parameters neither link tools nor mask their other features.
/// </summary>
public static class BuiltInEmbedding
{
    /// <summary>Shares of the cosine by block, chosen by the experiments in docs/graph.md.</summary>
    private static readonly double[] Shares = [0.30, 0.30, 0.15, DocumentEvidence.FullShare];

    /// <summary>A block whose norm is below this holds little but boilerplate and gets less than its share.</summary>
    private const double FullNorm = 0.5;

    private const double FrequencyExponent = 2.5;

    public static SparseVectors Embed(IReadOnlyList<ToolProfile> tools, int threads, CancellationToken cancellationToken)
    {
        var features = new ToolFeature[tools.Count][];
        Parallel.For(0, tools.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            i => features[i] = ToolFeatures.Of(tools[i]));
        var frequencies = new Dictionary<ulong, int>();
        foreach (var tool in features)
        {
            foreach (var feature in tool)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(frequencies, feature.Key, out _)++;
            }
        }

        var dimensions = Number(frequencies);
        var rows = new (int[] Dimensions, float[] Values)[tools.Count];
        var logCount = Math.Ceiling(Math.Log2(Math.Max(1, tools.Count))) + 2;
        Parallel.For(0, tools.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            i => rows[i] = Row(features[i], frequencies, dimensions, logCount));
        return Pack(rows, dimensions.Count);
    }

    /// <summary>Numbers the features that at least two tools have, by falling frequency and then by key.</summary>
    private static Dictionary<ulong, int> Number(Dictionary<ulong, int> frequencies)
    {
        var shared = frequencies.Where(one => one.Value > 1).ToArray();
        Array.Sort(shared, static (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Key.CompareTo(b.Key));
        var numbers = new Dictionary<ulong, int>(shared.Length);
        for (var i = 0; i < shared.Length; i++)
        {
            numbers.Add(shared[i].Key, i);
        }

        return numbers;
    }

    private static (int[] Dimensions, float[] Values) Row(ToolFeature[] features, Dictionary<ulong, int> frequencies, Dictionary<ulong, int> dimensions,
        double logCount)
    {
        var weights = new double[features.Length];
        Span<double> squares = stackalloc double[Shares.Length];
        squares.Clear();
        for (var i = 0; i < features.Length; i++)
        {
            var frequency = frequencies[features[i].Key];
            weights[i] = features[i].Block == FeatureBlock.Document
                ? Math.Sqrt(DocumentEvidence.Share(frequency) / DocumentEvidence.FullShare)
                : features[i].Weight * Rarity(frequency, logCount);
            squares[(int)features[i].Block] += weights[i] * weights[i];
        }

        Span<double> scales = stackalloc double[Shares.Length];
        double total = 0;
        for (var block = 0; block < Shares.Length; block++)
        {
            var norm = Math.Sqrt(squares[block]);
            var fullness = block == (int)FeatureBlock.Document ? norm : Math.Min(1, norm / FullNorm);
            scales[block] = norm > 0 ? Math.Sqrt(Shares[block]) * fullness / norm : 0;
            total += Shares[block] * fullness * fullness;
        }

        return Assemble(features, weights, scales, Math.Sqrt(total), dimensions);
    }

    private static (int[] Dimensions, float[] Values) Assemble(
        ToolFeature[] features, double[] weights, ReadOnlySpan<double> scales, double norm, Dictionary<ulong, int> dimensions)
    {
        var numbers = new List<int>(features.Length);
        var values = new List<float>(features.Length);
        for (var i = 0; i < features.Length; i++)
        {
            var value = norm > 0 ? (float)(weights[i] * scales[(int)features[i].Block] / norm) : 0;
            // A feature of a single tool matches no other. It counts in the norm and needs no dimension.
            if (value > 0 && dimensions.TryGetValue(features[i].Key, out var dimension))
            {
                numbers.Add(dimension);
                values.Add(value);
            }
        }

        var row = (Dimensions: numbers.ToArray(), Values: values.ToArray());
        Array.Sort(row.Dimensions, row.Values);
        return row;
    }

    /// <summary>
    /// Inverse document frequency, from 0 to 1. Both logarithms are rounded, to half and whole steps, so that a few more tools change neither the weights
    /// nor the similarities of the others.
    /// </summary>
    private static double Rarity(int frequency, double logCount)
    {
        // A feature of fewer than three tools is not more informative, because it may be a typing error.
        var logFrequency = Math.Round(2 * Math.Log2(Math.Max(3, frequency))) / 2;
        return Math.Pow(Math.Max(0, (logCount - logFrequency) / logCount), FrequencyExponent);
    }

    private static SparseVectors Pack((int[] Dimensions, float[] Values)[] rows, int dimensionCount)
    {
        var offsets = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            offsets[i + 1] = offsets[i] + rows[i].Dimensions.Length;
        }

        var dimensions = new int[offsets[^1]];
        var values = new float[offsets[^1]];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].Dimensions.CopyTo(dimensions, offsets[i]);
            rows[i].Values.CopyTo(values, offsets[i]);
        }

        return new SparseVectors(dimensionCount, offsets, dimensions, values);
    }
}
