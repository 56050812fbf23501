using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Policies;

/// <summary>Runs a model over several sequences at once: prefills prompts, then yields the next logits of every slot.</summary>
internal sealed class SequenceDecoder : IDisposable
{
    // Also the granularity in which a slot's earlier prompt is reused.
    private const int Chunk = 256;

    private readonly Qwen3Model _model;
    private readonly KeyValueCache _cache;
    private readonly List<int>[] _prompts;

    public SequenceDecoder(Qwen3Model model, int slots)
    {
        _model = model;
        _cache = new KeyValueCache(model, slots);
        _prompts = [.. Enumerable.Range(0, slots).Select(_ => new List<int>())];
    }

    public int Slots => _cache.Slots;

    /// <summary>
    /// The number of tokens of a prompt that a slot already holds. Sampled tokens are never counted, because they were computed in another way.
    /// </summary>
    public int Shared(int slot, IReadOnlyList<int> prompt)
    {
        var known = _prompts[slot];
        // The last token is always computed, for its logits.
        var limit = Math.Min(known.Count, prompt.Count - 1);
        var shared = 0;
        while (shared < limit && known[shared] == prompt[shared])
        {
            shared++;
        }
        return shared / Chunk * Chunk;
    }

    /// <summary>Length of the prompt that a slot holds.</summary>
    public int LengthOf(int slot) => _prompts[slot].Count;

    /// <summary>Puts a prompt into a slot. Returns the logits after its last token.</summary>
    public float[] Prefill(int slot, IReadOnlyList<int> prompt)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        _cache.Reserve((prompt.Count + Chunk - 1) / Chunk * Chunk);
        Tensor? hidden = null;
        var last = 0;
        for (var start = Shared(slot, prompt); start < prompt.Count; start += Chunk)
        {
            using var step = NewDisposeScope();
            var ids = new long[Chunk];
            for (var i = 0; i < Chunk && start + i < prompt.Count; i++)
            {
                ids[i] = prompt[start + i];
            }
            _cache.BeginChunk(slot, start, Chunk);
            hidden = Run(tensor(ids, ScalarType.Int64).view(1, Chunk).to(_model.Device), Arithmetic.Positions(start, start + Chunk, _model.Device).unsqueeze(0))
                .MoveToOuterDisposeScope();
            last = Math.Min(Chunk, prompt.Count - start) - 1;
        }

        _prompts[slot].Clear();
        _prompts[slot].AddRange(prompt);
        return Logits(hidden!.select(0, 0).narrow(0, last, 1));
    }

    /// <summary>Feeds one token to every slot (any to an idle one) and returns the logits of all, slot after slot.</summary>
    /// <param name="positions">The position of each token; for an idle slot, the end of its prompt.</param>
    public float[] Step(IReadOnlyList<int> tokens, IReadOnlyList<int> positions)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        _cache.Reserve(positions.Max() + 1);
        long[] at = [.. positions.Select(p => (long)p)];
        _cache.BeginStep(at);
        var ids = tensor(tokens.Select(t => (long)t).ToArray(), ScalarType.Int64).view(Slots, 1).to(_model.Device);
        return Logits(Run(ids, tensor(at, ScalarType.Int64).view(Slots, 1).to(_model.Device)).select(1, 0));
    }

    public void Dispose() => _cache.Dispose();

    private Tensor Run(Tensor ids, Tensor positions)
    {
        var rotary = _model.Rotary(positions);
        var x = _model.Embed(ids);
        for (var layer = 0; layer < _model.Config.NumHiddenLayers; layer++)
        {
            x = _model.Layer(layer, x, rotary, _cache);
        }
        return x;
    }

    private float[] Logits(Tensor rows) => _model.Head(rows).cpu().contiguous().data<float>().ToArray();
}
