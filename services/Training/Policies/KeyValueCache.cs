using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace AgentScaler.Training.Policies;

/// <summary>
/// Keys and values of several sequences, one in each slot, and the attention of new positions to them. The computation of a slot does not depend on
/// the content of other slots: decoding always runs over all slots, and prefilling runs in chunks of one size. So a reply does not depend on the
/// requests that are served beside it.
/// </summary>
internal sealed class KeyValueCache : IAttentionCache, IDisposable
{
    private const int Growth = 1024;

    private readonly Qwen3Model _model;
    private readonly int _width;
    private readonly List<(Tensor Keys, Tensor Values)> _layers = [];
    private int _capacity;

    // The subject of the next pass: a chunk of one slot, or one position of every slot.
    private int _slot;
    private int _start;
    private Tensor? _rows;
    private Tensor? _mask;
    private int _visible;

    public KeyValueCache(Qwen3Model model, int slots)
    {
        _model = model;
        Slots = slots;
        _width = model.Config.NumKeyValueHeads * model.Config.HeadDim;
    }

    public int Slots { get; }

    /// <summary>Makes room for a number of positions in each slot.</summary>
    public void Reserve(int positions)
    {
        if (positions <= _capacity)
        {
            return;
        }
        var capacity = (positions + Growth - 1) / Growth * Growth;
        using var scope = NewDisposeScope();
        for (var layer = 0; layer < _model.Config.NumHiddenLayers; layer++)
        {
            var (keys, values) = (Room(capacity), Room(capacity));
            if (_layers.Count > layer)
            {
                keys.narrow(1, 0, _capacity).copy_(_layers[layer].Keys);
                values.narrow(1, 0, _capacity).copy_(_layers[layer].Values);
                _layers[layer].Keys.Dispose();
                _layers[layer].Values.Dispose();
                _layers[layer] = (keys, values);
            }
            else
            {
                _layers.Add((keys, values));
            }
        }

        _capacity = capacity;
    }

    /// <summary>Prepares a pass over positions of one slot from <paramref name="start"/> on.</summary>
    public void BeginChunk(int slot, int start, int length)
    {
        (_slot, _start, _rows, _visible) = (slot, start, null, start + length);
        var from = Arithmetic.Positions(start, start + length, _model.Device).unsqueeze(1);
        _mask = Forbid(Arithmetic.Positions(0, _visible, _model.Device).unsqueeze(0) > from).view(1, 1, length, _visible);
    }

    /// <summary>Prepares a pass over one position of every slot.</summary>
    public void BeginStep(long[] positions)
    {
        _visible = (int)positions.Max() + 1;
        var at = tensor(positions, ScalarType.Int64).to(_model.Device);
        _rows = at.Plus(Arithmetic.Positions(0, Slots, _model.Device).Times((long)_capacity));
        _mask = Forbid(Arithmetic.Positions(0, _visible, _model.Device).unsqueeze(0) > at.unsqueeze(1)).view(Slots, 1, 1, _visible);
    }

    public Tensor Attend(int layer, Tensor queries, Tensor keys, Tensor values)
    {
        var (allKeys, allValues) = _layers[layer];
        if (_rows is null)
        {
            var length = keys.shape[2];
            allKeys.select(0, _slot).narrow(0, _start, length).copy_(keys.squeeze(0).transpose(0, 1).reshape(length, _width));
            allValues.select(0, _slot).narrow(0, _start, length).copy_(values.squeeze(0).transpose(0, 1).reshape(length, _width));
            return F.scaled_dot_product_attention(
                queries, _model.Repeat(View(allKeys.narrow(0, _slot, 1))), _model.Repeat(View(allValues.narrow(0, _slot, 1))), attn_mask: _mask);
        }

        allKeys.view(-1, _width).index_copy_(0, _rows, keys.transpose(1, 2).reshape(Slots, _width));
        allValues.view(-1, _width).index_copy_(0, _rows, values.transpose(1, 2).reshape(Slots, _width));
        // The query heads of one key-value head take the place of positions, so that no key is copied.
        var groups = _model.Config.NumAttentionHeads / _model.Config.NumKeyValueHeads;
        var grouped = queries.reshape(Slots, _model.Config.NumKeyValueHeads, groups, _model.Config.HeadDim);
        return F.scaled_dot_product_attention(grouped, View(allKeys), View(allValues), attn_mask: _mask!.expand(Slots, 1, groups, _visible))
            .reshape(Slots, _model.Config.NumAttentionHeads, 1, _model.Config.HeadDim);
    }

    public void Dispose()
    {
        foreach (var (keys, values) in _layers)
        {
            keys.Dispose();
            values.Dispose();
        }
    }

    private Tensor View(Tensor all) =>
        all.narrow(1, 0, _visible).view(all.shape[0], _visible, _model.Config.NumKeyValueHeads, _model.Config.HeadDim).transpose(1, 2);

    private Tensor Room(int capacity) => zeros(Slots, capacity, _width, dtype: _model.Compute, device: _model.Device).DetachFromDisposeScope();

    private Tensor Forbid(Tensor hidden) => Arithmetic.Forbidding(hidden, _model.Compute);
}
