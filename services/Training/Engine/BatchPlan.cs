using AgentScaler.Language.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;

namespace AgentScaler.Training.Engine;

/// <summary>
/// Assigns rows to optimizer steps. The plan is a function of the lengths, the options and the seed, so that a resumed training continues with the same
/// batches. Rows are shuffled every epoch, grouped by their shared prefix, sorted by length inside windows to reduce padding, and cut into micro batches of a
/// bounded number of tokens.
/// </summary>
public sealed class BatchPlan
{
    private const int WindowRows = 256;

    private readonly IReadOnlyList<int> _lengths;
    private readonly OptimizationOptions _options;
    private readonly PrefixFamilies? _families;
    private readonly long _seed;
    private readonly List<List<int[]>> _epochs = [];

    public BatchPlan(IReadOnlyList<EncodedRow> rows, OptimizationOptions options, long seed)
        : this([.. rows.Select(r => r.InputIds.Length)], options, seed, PrefixFamilies.Of(rows, options.SharedPrefix))
    {
    }

    internal BatchPlan(IReadOnlyList<int> lengths, OptimizationOptions options, long seed, PrefixFamilies? families = null)
    {
        if (lengths.Count == 0)
        {
            throw new ArgumentException("There is no row to train on.");
        }
        (_lengths, _options, _seed, _families) = (lengths, options, seed, families);
        Steps = options.Steps > 0 ? options.Steps : Math.Max(1, options.Epochs * Epoch(0).Count / options.GradientAccumulation);
    }

    public int Steps { get; }

    /// <summary>Returns the micro batches of a step, each a list of rows. Steps count from 1.</summary>
    public IReadOnlyList<int[]> MicroBatches(int step)
    {
        var batches = new List<int[]>(_options.GradientAccumulation);
        var epoch = 0;
        var index = (long)(step - 1) * _options.GradientAccumulation;
        while (index >= Epoch(epoch).Count)
        {
            index -= Epoch(epoch++).Count;
        }
        while (batches.Count < _options.GradientAccumulation)
        {
            if (index >= Epoch(epoch).Count)
            {
                (epoch, index) = (epoch + 1, 0);
            }
            batches.Add(Epoch(epoch)[(int)index++]);
        }

        return batches;
    }

    private List<int[]> Epoch(int epoch)
    {
        while (_epochs.Count <= epoch)
        {
            _epochs.Add(Plan(_epochs.Count));
        }
        return _epochs[epoch];
    }

    private List<int[]> Plan(int epoch)
    {
        var random = new SplitMix64(unchecked((ulong)_seed * 0x9E3779B97F4A7C15UL + (ulong)epoch));
        var rows = Enumerable.Range(0, _lengths.Count).ToList();
        random.Shuffle(rows);
        var batches = new List<int[]>();
        foreach (var family in rows.GroupBy(r => _families?.Family[r] ?? 0).OrderBy(f => f.Key))
        {
            foreach (var window in family.Chunk(WindowRows))
            {
                Cut(window, _families?.Prefix[family.Key] ?? 0, batches);
            }
        }

        random.Shuffle(batches);
        return batches;
    }

    private void Cut(int[] window, int shared, List<int[]> batches)
    {
        var batch = new List<int>();
        foreach (var row in window.OrderBy(r => _lengths[r]))
        {
            // Rows ascend, so all rows are padded to the length of the new one.
            if (batch.Count > 0 && shared + (long)(_lengths[row] - shared) * (batch.Count + 1) > _options.TokensPerMicroBatch)
            {
                batches.Add([.. batch]);
                batch.Clear();
            }

            batch.Add(row);
        }

        batches.Add([.. batch]);
    }
}
