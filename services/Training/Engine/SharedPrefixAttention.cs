using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace AgentScaler.Training.Engine;

/// <summary>
/// Attention over rows with a common beginning. One sequence holds the prefix once, followed by the rest of every row. The positions of a row see the
/// prefix and their own row, as if each row contained the prefix.
/// </summary>
internal sealed class SharedPrefixAttention : IAttentionCache
{
    private readonly Qwen3Model _model;
    private readonly long _prefix;
    private readonly long _rows;
    private readonly long _length;
    private readonly long _groups;
    private readonly Tensor _mask;

    /// <param name="prefix">Tokens of the prefix.</param>
    /// <param name="rows">Number of rows after it.</param>
    /// <param name="length">The padded length of each row, without the prefix.</param>
    public SharedPrefixAttention(Qwen3Model model, long prefix, long rows, long length)
    {
        (_model, _prefix, _rows, _length) = (model, prefix, rows, length);
        _groups = model.Config.NumAttentionHeads / model.Config.NumKeyValueHeads;
        var later = Arithmetic.Positions(0, prefix + length, model.Device).unsqueeze(0) > Arithmetic.Positions(prefix, prefix + length, model.Device)
            .unsqueeze(1);
        // The query heads of one key-value head take the place of positions, so that no key is copied for them.
        _mask = Arithmetic.Forbidding(later, model.Compute).repeat(_groups, 1);
    }

    public Tensor Attend(int layer, Tensor queries, Tensor keys, Tensor values)
    {
        var (kv, head) = (_model.Config.NumKeyValueHeads, _model.Config.HeadDim);
        var first = _model.CausalAttention(queries.narrow(2, 0, _prefix), keys.narrow(2, 0, _prefix), values.narrow(2, 0, _prefix));
        var grouped = Rows(queries, kv * _groups).reshape(_rows, kv, _groups * _length, head);
        var rest = Attend(grouped, WithPrefix(keys), WithPrefix(values))
            .reshape(_rows, kv * _groups, _length, head).transpose(0, 1).reshape(1, kv * _groups, _rows * _length, head);
        return cat([first, rest], 2);
    }

    /// <summary>
    /// Computes scores explicitly where libtorch's fused attention is slow: in bf16 on the processor it takes six times as long (docs/training.md, "Speed").
    /// </summary>
    private Tensor Attend(Tensor queries, Tensor keys, Tensor values)
    {
        if (_model.Device.type != TorchSharp.DeviceType.CPU || _model.Compute == ScalarType.Float32)
        {
            return F.scaled_dot_product_attention(queries, keys, values, attn_mask: _mask);
        }
        var scores = queries.Times(1 / Math.Sqrt(_model.Config.HeadDim)).matmul(keys.transpose(-1, -2));
        return scores.PlusInPlace(_mask).softmax(-1).matmul(values);
    }

    /// <summary>Returns the positions after the prefix as a batch of rows.</summary>
    private Tensor Rows(Tensor all, long heads) =>
        all.narrow(2, _prefix, _rows * _length).reshape(heads, _rows, _length, _model.Config.HeadDim).transpose(0, 1);

    private Tensor WithPrefix(Tensor all)
    {
        var heads = all.shape[1];
        return cat([all.narrow(2, 0, _prefix).expand(_rows, heads, _prefix, _model.Config.HeadDim), Rows(all, heads)], 2);
    }
}
