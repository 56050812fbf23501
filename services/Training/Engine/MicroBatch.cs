using AgentScaler.Training.Datasets;
using AgentScaler.Training.Models;
using static TorchSharp.torch;

namespace AgentScaler.Training.Engine;

/// <summary>
/// The rows of one forward pass. They are a batch padded at the end (under a causal mask no position before sees the padding) or, if the rows have a common
/// beginning, one sequence of the shared prefix followed by the rest of every row. A micro batch lives in the dispose scope in which it is made.
/// </summary>
internal sealed class MicroBatch
{
    /// <param name="leastShared">The fewest tokens of a prefix that is computed once; 0 never shares.</param>
    public MicroBatch(Qwen3Model model, IReadOnlyList<EncodedRow> rows, int leastShared)
    {
        var prefix = leastShared > 0 && rows.Count > 1 ? PrefixFamilies.SharedBy(rows) : 0;
        if (prefix < leastShared)
        {
            prefix = 0;
        }
        var width = rows.Max(r => r.InputIds.Length) - prefix;
        var ids = new long[prefix + rows.Count * width];
        var positions = new long[prefix > 0 ? ids.Length : width];
        for (var p = 0; p < prefix; p++)
        {
            (ids[p], positions[p]) = (rows[0].InputIds[p], p);
        }
        var trained = new List<long>();
        var targets = new List<long>();
        for (var r = 0; r < rows.Count; r++)
        {
            // The position of the row's token at t is offset + t.
            var offset = r * width;
            for (var t = prefix; t < rows[r].InputIds.Length; t++)
            {
                ids[offset + t] = rows[r].InputIds[t];
                if (t == 0 || rows[r].Labels[t] == EncodedRow.Ignored)
                {
                    continue;
                }
                trained.Add(offset + t - 1);
                targets.Add(rows[r].Labels[t]);
            }

            if (r > 0 && prefix == 0)
            {
                continue;
            }
            for (var t = prefix; t < prefix + width; t++)
            {
                positions[offset + t] = t;
            }
        }

        Ids = tensor(ids, ScalarType.Int64).view(prefix > 0 ? 1 : rows.Count, -1).to(model.Device);
        Rotary = model.Rotary(tensor(positions, ScalarType.Int64).to(model.Device).unsqueeze(0));
        Trained = tensor(trained.ToArray(), ScalarType.Int64).to(model.Device);
        Targets = tensor(targets.ToArray(), ScalarType.Int64).to(model.Device);
        Attention = prefix > 0 ? new SharedPrefixAttention(model, prefix, rows.Count, width) : null;
    }

    /// <summary>The token ids, [batch, length].</summary>
    public Tensor Ids { get; }

    public (Tensor Cos, Tensor Sin) Rotary { get; }

    /// <summary>Positions, in the flattened batch, whose next token is trained.</summary>
    public Tensor Trained { get; }

    /// <summary>The tokens to predict at these positions.</summary>
    public Tensor Targets { get; }

    /// <summary>The attention over a shared prefix; null if no prefix is shared.</summary>
    public IAttentionCache? Attention { get; }
}
