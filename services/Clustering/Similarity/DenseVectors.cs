namespace AgentScaler.Clustering.Similarity;

/// <summary>Vectors of one dimension and of length at most 1, stored row after row.</summary>
public sealed class DenseVectors
{
    private readonly float[] _values;

    private DenseVectors(int count, int dimension, float[] values)
    {
        Count = count;
        Dimension = dimension;
        _values = values;
    }

    public int Count { get; }

    public int Dimension { get; }

    public ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * Dimension, Dimension);

    /// <summary>Scales every row to length 1, or to the length given for it. A row of zeros stays zero and is similar to nothing.</summary>
    /// <exception cref="ArgumentException">The rows differ in length or hold a number that is not finite.</exception>
    public static DenseVectors Normalize(IReadOnlyList<float[]> rows, IReadOnlyList<double>? lengths = null)
    {
        var dimension = rows.Count == 0 ? 0 : rows[0].Length;
        if ((long)rows.Count * dimension > Array.MaxLength)
        {
            throw new ArgumentException($"{rows.Count} vectors of {dimension} numbers do not fit one array; use a model with shorter vectors.", nameof(rows));
        }

        var values = new float[rows.Count * dimension];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != dimension)
            {
                throw new ArgumentException($"Vector {i} has {rows[i].Length} numbers where vector 0 has {dimension}.", nameof(rows));
            }

            double square = 0;
            foreach (var value in rows[i])
            {
                square += (double)value * value;
            }

            if (!double.IsFinite(square))
            {
                throw new ArgumentException($"Vector {i} holds a number that is not finite.", nameof(rows));
            }

            var scale = square > 0 ? (lengths?[i] ?? 1) / Math.Sqrt(square) : 0;
            for (var k = 0; k < dimension; k++)
            {
                values[i * dimension + k] = (float)(rows[i][k] * scale);
            }
        }

        return new DenseVectors(rows.Count, dimension, values);
    }

    /// <summary>The cosine of two rows, summed in the same order and with the same fused steps as the join.</summary>
    public float Dot(int first, int second)
    {
        var a = Row(first);
        var b = Row(second);
        var sum = 0f;
        for (var k = 0; k < a.Length; k++)
        {
            sum = MathF.FusedMultiplyAdd(a[k], b[k], sum);
        }

        return sum;
    }
}
