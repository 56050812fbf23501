namespace AgentScaler.Clustering.Similarity;

/// <summary>
/// Sparse vectors, stored row after row. Dimensions are numbered by falling frequency, so a row ends with its rarest features. Norms are at most 1.
/// </summary>
public sealed class SparseVectors
{
    private readonly int[] _offsets;
    private readonly int[] _dimensions;
    private readonly float[] _values;

    /// <param name="offsets">The start of every row, and the end of the last: rows + 1 numbers.</param>
    /// <param name="dimensions">Ascending within a row.</param>
    public SparseVectors(int dimensionCount, int[] offsets, int[] dimensions, float[] values)
    {
        DimensionCount = dimensionCount;
        _offsets = offsets;
        _dimensions = dimensions;
        _values = values;
    }

    public int Count => _offsets.Length - 1;

    public int DimensionCount { get; }

    public ReadOnlySpan<int> Dimensions(int row) => _dimensions.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>The cosine of two rows. The join is tested against this definition.</summary>
    public double Dot(int first, int second)
    {
        var a = Dimensions(first);
        var b = Dimensions(second);
        var x = Values(first);
        var y = Values(second);
        double sum = 0;
        // Add from the rarest to the most frequent, like the join, so that both round in the same way.
        for (int i = a.Length - 1, j = b.Length - 1; i >= 0 && j >= 0;)
        {
            if (a[i] == b[j])
            {
                sum += (double)x[i--] * y[j--];
            }
            else if (a[i] > b[j])
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        return sum;
    }
}
