using AgentScaler.Trajectories;

namespace AgentScaler.Training.Datasets;

/// <summary>Encoded rows in order of trajectory, and the counts of the other rows.</summary>
/// <param name="Rejected">The number of rows that were not encoded, by reason.</param>
public sealed record EncodedDataset(IReadOnlyList<EncodedRow> Rows, int Truncated, IReadOnlyDictionary<string, int> Rejected)
{
    public long Tokens => Rows.Sum(r => (long)r.InputIds.Length);

    public long TrainedTokens => Rows.Sum(r => (long)r.NLoss);

    public static EncodedDataset Of(TrajectoryEncoder encoder, IEnumerable<DatasetRow> rows)
    {
        var encoded = new List<EncodedRow>();
        var rejected = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var truncated = 0;
        foreach (var row in rows)
        {
            var result = encoder.Encode(row);
            if (result.Rejected is { } reason)
            {
                rejected[reason] = rejected.GetValueOrDefault(reason) + 1;
            }
            if (result.Row is null)
            {
                continue;
            }
            encoded.Add(result.Row);
            if (result.Truncated)
            {
                truncated++;
            }
        }

        encoded.Sort((a, b) => string.CompareOrdinal(a.TrajId, b.TrajId));
        return new EncodedDataset(encoded, truncated, rejected);
    }
}
