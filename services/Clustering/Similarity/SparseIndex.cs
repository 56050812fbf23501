namespace AgentScaler.Clustering.Similarity;

/// <summary>
/// Inverted lists for an exact search by cosine, pruned by norms (Bayardo, Ma, Srikant 2007; Anastasiu, Karypis 2014). A row's most frequent features
/// are left out of the lists as long as their norm is below the threshold: by Cauchy-Schwarz, two rows that share no indexed feature have a cosine
/// below it.
/// </summary>
internal sealed class SparseIndex
{
    /// <summary>Slack of every comparison with a bound, so that rounding never loses a pair.</summary>
    private const double Slack = 1e-6;

    private readonly SparseVectors _vectors;
    private readonly double _threshold;
    private readonly float[] _leftOutNorms;
    private readonly int[] _listOffsets;
    private readonly int[] _listRows;
    private readonly float[] _listValues;

    public SparseIndex(SparseVectors vectors, double threshold)
    {
        _vectors = vectors;
        _threshold = threshold;
        _leftOutNorms = new float[vectors.Count];
        _listOffsets = new int[vectors.DimensionCount + 1];
        var firstIndexed = new int[vectors.Count];
        for (var row = 0; row < vectors.Count; row++)
        {
            firstIndexed[row] = FirstIndexed(row, out _leftOutNorms[row]);
            foreach (var dimension in vectors.Dimensions(row)[firstIndexed[row]..])
            {
                _listOffsets[dimension + 1]++;
            }
        }

        for (var i = 1; i < _listOffsets.Length; i++)
        {
            _listOffsets[i] += _listOffsets[i - 1];
        }

        _listRows = new int[_listOffsets[^1]];
        _listValues = new float[_listOffsets[^1]];
        Fill(firstIndexed);
    }

    /// <summary>Working memory of one thread. All its numbers are zero between two queries.</summary>
    public sealed class Scratch(int rows, int dimensions)
    {
        internal readonly float[] Sums = new float[rows];
        internal readonly float[] Query = new float[dimensions];
        internal readonly List<int> Candidates = [];
    }

    public Scratch CreateScratch() => new(_vectors.Count, _vectors.DimensionCount);

    /// <summary>Adds every row from <paramref name="firstRow"/> on whose cosine with <paramref name="row"/> exceeds the threshold.</summary>
    public void Query(int row, int firstRow, Scratch scratch, List<(int Row, float Similarity)> found)
    {
        var dimensions = _vectors.Dimensions(row);
        var values = _vectors.Values(row);
        Span<double> squares = values.Length <= 512 ? stackalloc double[values.Length] : new double[values.Length];
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += (double)values[i] * values[i];
            squares[i] = sum;
        }

        var rest = Collect(dimensions, values, squares, firstRow, scratch);
        Verify(row, dimensions, values, rest, scratch, found);
    }

    /// <summary>Scans the lists from the rarest feature on until no unseen row can reach the threshold.</summary>
    /// <returns>The norm of what was not scanned.</returns>
    private double Collect(ReadOnlySpan<int> dimensions, ReadOnlySpan<float> values, ReadOnlySpan<double> squares, int firstRow, Scratch scratch)
    {
        var limit = Math.Max(0, _threshold - Slack);
        for (var i = dimensions.Length - 1; i >= 0; i--)
        {
            var rest = Math.Sqrt(squares[i]);
            if (rest < limit)
            {
                return rest;
            }

            var value = values[i];
            var start = _listOffsets[dimensions[i]];
            var rows = _listRows.AsSpan(start, _listOffsets[dimensions[i] + 1] - start);
            var weights = _listValues.AsSpan(start, rows.Length);
            for (var j = firstRow == 0 ? 0 : LowerBound(rows, firstRow); j < rows.Length; j++)
            {
                ref var total = ref scratch.Sums[rows[j]];
                if (total == 0)
                {
                    scratch.Candidates.Add(rows[j]);
                }

                total += value * weights[j];
            }
        }

        return 0;
    }

    private void Verify(int row, ReadOnlySpan<int> dimensions, ReadOnlySpan<float> values, double rest, Scratch scratch,
        List<(int Row, float Similarity)> found)
    {
        var query = scratch.Query;
        for (var i = 0; i < dimensions.Length; i++)
        {
            query[dimensions[i]] = values[i];
        }

        foreach (var candidate in scratch.Candidates)
        {
            var partial = scratch.Sums[candidate];
            scratch.Sums[candidate] = 0;
            // The part missing from the sum is in the query's unscanned head or in the candidate's unindexed head, one of which contains the other.
            if (candidate == row || partial + Math.Max(rest, _leftOutNorms[candidate]) < _threshold - Slack)
            {
                continue;
            }

            var others = _vectors.Dimensions(candidate);
            var weights = _vectors.Values(candidate);
            double sum = 0;
            for (var i = others.Length - 1; i >= 0; i--)
            {
                sum += (double)query[others[i]] * weights[i];
            }

            if (sum > _threshold)
            {
                found.Add((candidate, (float)sum));
            }
        }

        scratch.Candidates.Clear();
        foreach (var dimension in dimensions)
        {
            query[dimension] = 0;
        }
    }

    private int FirstIndexed(int row, out float leftOut)
    {
        var values = _vectors.Values(row);
        var limit = Math.Max(0, _threshold - Slack);
        double sum = 0;
        var i = 0;
        for (; i < values.Length; i++)
        {
            var next = sum + (double)values[i] * values[i];
            if (Math.Sqrt(next) >= limit)
            {
                break;
            }

            sum = next;
        }

        leftOut = (float)Math.Sqrt(sum);
        return i;
    }

    private void Fill(int[] firstIndexed)
    {
        var next = _listOffsets.AsSpan(0, _vectors.DimensionCount).ToArray();
        for (var row = 0; row < _vectors.Count; row++)
        {
            var dimensions = _vectors.Dimensions(row);
            var values = _vectors.Values(row);
            for (var i = firstIndexed[row]; i < dimensions.Length; i++)
            {
                var place = next[dimensions[i]]++;
                _listRows[place] = row;
                _listValues[place] = values[i];
            }
        }
    }

    private static int LowerBound(ReadOnlySpan<int> sorted, int value)
    {
        var place = sorted.BinarySearch(value);
        return place < 0 ? ~place : place;
    }
}
