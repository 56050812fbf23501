using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgentScaler.Clustering.Similarity;

/// <summary>
/// A copy of the rows in groups of 32 with their k-th numbers adjacent, so that the inner loop multiplies one number of a row with 32 columns. A panel
/// stays in the first-level cache while a block of rows passes over it.
/// </summary>
internal sealed class DensePanels
{
    public const int Width = 32;

    /// <summary>Rows of one tile: 8 rows by 32 columns are 16 registers of 512 bits, enough to hide the latency of a fused step.</summary>
    private const int Rows = 8;

    private readonly DenseVectors _vectors;
    private readonly float[] _packed;

    public DensePanels(DenseVectors vectors)
    {
        _vectors = vectors;
        Count = (vectors.Count + Width - 1) / Width;
        _packed = new float[Count * Width * vectors.Dimension];
        for (var row = 0; row < vectors.Count; row++)
        {
            var source = vectors.Row(row);
            var place = row / Width * Width * vectors.Dimension + row % Width;
            for (var k = 0; k < source.Length; k++)
            {
                _packed[place + k * Width] = source[k];
            }
        }
    }

    public int Count { get; }

    /// <summary>Adds the pairs above the threshold whose row is in [start, end) and whose column is in the panel and after the row.</summary>
    public void Compare(int start, int end, int panel, float threshold, List<SimilarityPair> pairs)
    {
        Span<float> tile = stackalloc float[Rows * Width];
        ref var columns = ref MemoryMarshal.GetReference(_packed.AsSpan(panel * Width * _vectors.Dimension));
        var lastColumn = Math.Min((panel + 1) * Width, _vectors.Count) - 1;
        for (var row = start; row < end && row < lastColumn; row += Rows)
        {
            // The last tile starts early enough to be complete. Pairs of the tile before are skipped.
            var first = Math.Max(0, Math.Min(row, _vectors.Count - Rows));
            if (_vectors.Count < Rows)
            {
                Small(panel, threshold, pairs);
                return;
            }

            ref var rows = ref MemoryMarshal.GetReference(_vectors.Row(first));
            if (!Tile(ref rows, ref columns, _vectors.Dimension, threshold, tile))
            {
                continue;
            }

            for (var i = row - first; i < Rows && first + i < end; i++)
            {
                for (var j = Math.Max(0, first + i + 1 - panel * Width); j <= lastColumn - panel * Width; j++)
                {
                    if (tile[i * Width + j] > threshold)
                    {
                        pairs.Add(new SimilarityPair(first + i, panel * Width + j, tile[i * Width + j]));
                    }
                }
            }
        }
    }

    private void Small(int panel, float threshold, List<SimilarityPair> pairs)
    {
        for (var i = 0; i < _vectors.Count; i++)
        {
            for (var j = i + 1; j < _vectors.Count; j++)
            {
                var similarity = _vectors.Dot(i, j);
                if (similarity > threshold)
                {
                    pairs.Add(new SimilarityPair(i, j, similarity));
                }
            }
        }
    }

    /// <summary>Writes the 8 by 32 products if any of them exceeds the threshold; otherwise leaves the tile as it was.</summary>
    /// <returns>Whether any product exceeds it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Tile(ref float a, ref float b, int dimension, float threshold, Span<float> tile)
    {
        Vector512<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        Vector512<float> e0 = default, e1 = default, f0 = default, f1 = default, g0 = default, g1 = default, h0 = default, h1 = default;
        var n = (nuint)dimension;
        for (nuint k = 0; k < n; k++)
        {
            var left = Vector512.LoadUnsafe(ref b, k * Width);
            var right = Vector512.LoadUnsafe(ref b, k * Width + 16);
            var value = Vector512.Create(Unsafe.Add(ref a, k));
            a0 = Vector512.FusedMultiplyAdd(value, left, a0);
            a1 = Vector512.FusedMultiplyAdd(value, right, a1);
            value = Vector512.Create(Unsafe.Add(ref a, k + n));
            b0 = Vector512.FusedMultiplyAdd(value, left, b0);
            b1 = Vector512.FusedMultiplyAdd(value, right, b1);
            value = Vector512.Create(Unsafe.Add(ref a, k + 2 * n));
            c0 = Vector512.FusedMultiplyAdd(value, left, c0);
            c1 = Vector512.FusedMultiplyAdd(value, right, c1);
            value = Vector512.Create(Unsafe.Add(ref a, k + 3 * n));
            d0 = Vector512.FusedMultiplyAdd(value, left, d0);
            d1 = Vector512.FusedMultiplyAdd(value, right, d1);
            value = Vector512.Create(Unsafe.Add(ref a, k + 4 * n));
            e0 = Vector512.FusedMultiplyAdd(value, left, e0);
            e1 = Vector512.FusedMultiplyAdd(value, right, e1);
            value = Vector512.Create(Unsafe.Add(ref a, k + 5 * n));
            f0 = Vector512.FusedMultiplyAdd(value, left, f0);
            f1 = Vector512.FusedMultiplyAdd(value, right, f1);
            value = Vector512.Create(Unsafe.Add(ref a, k + 6 * n));
            g0 = Vector512.FusedMultiplyAdd(value, left, g0);
            g1 = Vector512.FusedMultiplyAdd(value, right, g1);
            value = Vector512.Create(Unsafe.Add(ref a, k + 7 * n));
            h0 = Vector512.FusedMultiplyAdd(value, left, h0);
            h1 = Vector512.FusedMultiplyAdd(value, right, h1);
        }

        var most = Vector512.Max(
            Vector512.Max(Vector512.Max(Vector512.Max(a0, a1), Vector512.Max(b0, b1)), Vector512.Max(Vector512.Max(c0, c1), Vector512.Max(d0, d1))),
            Vector512.Max(Vector512.Max(Vector512.Max(e0, e1), Vector512.Max(f0, f1)), Vector512.Max(Vector512.Max(g0, g1), Vector512.Max(h0, h1))));
        if (!Vector512.GreaterThanAny(most, Vector512.Create(threshold)))
        {
            return false;
        }

        ref var t = ref MemoryMarshal.GetReference(tile);
        a0.StoreUnsafe(ref t, 0);
        a1.StoreUnsafe(ref t, 16);
        b0.StoreUnsafe(ref t, 32);
        b1.StoreUnsafe(ref t, 48);
        c0.StoreUnsafe(ref t, 64);
        c1.StoreUnsafe(ref t, 80);
        d0.StoreUnsafe(ref t, 96);
        d1.StoreUnsafe(ref t, 112);
        e0.StoreUnsafe(ref t, 128);
        e1.StoreUnsafe(ref t, 144);
        f0.StoreUnsafe(ref t, 160);
        f1.StoreUnsafe(ref t, 176);
        g0.StoreUnsafe(ref t, 192);
        g1.StoreUnsafe(ref t, 208);
        h0.StoreUnsafe(ref t, 224);
        h1.StoreUnsafe(ref t, 240);
        return true;
    }
}
