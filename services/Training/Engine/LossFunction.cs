using AgentScaler.Training.Datasets;
using AgentScaler.Training.Models;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace AgentScaler.Training.Engine;

/// <summary>
/// The loss: minus the mean log probability of the trained tokens given what stands before them. The head is applied to
/// the rows that are trained only, in chunks, so that logits over a large vocabulary never exist all at once.
/// </summary>
internal sealed class LossFunction(Qwen3Model model, bool recompute)
{
    private const long LogitsAtOnce = 1 << 25;

    /// <summary>Number of predictions that a row trains: its labels but the first, which nothing predicts.</summary>
    public static int Predictions(EncodedRow row) => row.NLoss - (row.Labels.Length > 0 && row.Labels[0] != EncodedRow.Ignored ? 1 : 0);

    /// <summary>Adds the gradient of sum/<paramref name="total"/> to the parameters' gradients; returns the summed loss.</summary>
    public double Backward(IReadOnlyList<EncodedRow> rows, long total)
    {
        using var scope = NewDisposeScope();
        var (ids, where, targets) = Pad(rows);
        var rotary = model.Rotary(arange(ids.shape[1], ScalarType.Int64, model.Device).unsqueeze(0));
        var inputs = new List<Tensor>();
        Tensor x;
        if (recompute)
        {
            using var guard = no_grad();
            x = model.Embed(ids);
            for (var i = 0; i < model.Config.NumHiddenLayers; i++)
            {
                inputs.Add(x);
                x = model.Layer(i, x, rotary);
            }
        }
        else
        {
            x = model.Embed(ids);
            for (var i = 0; i < model.Config.NumHiddenLayers; i++) x = model.Layer(i, x, rotary);
        }

        var (sum, gradient) = HeadBackward(x, where, targets, total);
        if (!recompute)
        {
            x.backward([gradient]);
            return sum;
        }

        for (var i = model.Config.NumHiddenLayers - 1; i >= 0; i--)
        {
            using var layer = NewDisposeScope();
            var input = inputs[i].detach().requires_grad_(true);
            model.Layer(i, input, rotary).backward([gradient]);
            gradient = input.grad!.MoveToOuterDisposeScope();
        }

        model.Embed(ids).backward([gradient]);
        return sum;
    }

    /// <summary>The summed loss, without gradients.</summary>
    public double Forward(IReadOnlyList<EncodedRow> rows)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var (ids, where, targets) = Pad(rows);
        var rotary = model.Rotary(arange(ids.shape[1], ScalarType.Int64, model.Device).unsqueeze(0));
        var x = model.Embed(ids);
        for (var i = 0; i < model.Config.NumHiddenLayers; i++) x = model.Layer(i, x, rotary);
        return Losses(x.reshape(-1, model.Config.HiddenSize).index_select(0, where), targets, null, 1).Sum;
    }

    private (double Sum, Tensor Gradient) HeadBackward(Tensor x, Tensor where, Tensor targets, long total)
    {
        var rows = x.detach().reshape(-1, model.Config.HiddenSize).index_select(0, where);
        var collected = zeros_like(rows);
        var (sum, _) = Losses(rows, targets, collected, total);
        using var guard = no_grad();
        var flat = zeros(x.numel() / model.Config.HiddenSize, model.Config.HiddenSize, dtype: x.dtype, device: x.device);
        return (sum, flat.index_copy_(0, where, collected).view(x.shape));
    }

    private (double Sum, int Chunks) Losses(Tensor rows, Tensor targets, Tensor? gradient, long total)
    {
        var size = Math.Max(64, LogitsAtOnce / model.Config.VocabSize);
        double sum = 0;
        var chunks = 0;
        for (long start = 0; start < rows.shape[0]; start += size, chunks++)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(size, rows.shape[0] - start);
            var chunk = rows.narrow(0, start, count).detach();
            if (gradient is not null) chunk = chunk.requires_grad_(true);
            var loss = F.cross_entropy(model.Head(chunk), targets.narrow(0, start, count), reduction: nn.Reduction.Sum);
            sum += loss.item<float>();
            if (gradient is null) continue;
            loss.div(total).backward();
            using var guard = no_grad();
            gradient.narrow(0, start, count).copy_(chunk.grad!);
        }

        return (sum, chunks);
    }

    /// <summary>Pads at the end: under a causal mask nothing before sees it, and its labels are ignored.</summary>
    private (Tensor Ids, Tensor Where, Tensor Targets) Pad(IReadOnlyList<EncodedRow> rows)
    {
        var length = rows.Max(r => r.InputIds.Length);
        var ids = new long[rows.Count * length];
        var where = new List<long>();
        var targets = new List<long>();
        for (var r = 0; r < rows.Count; r++)
        {
            var row = rows[r];
            for (var t = 0; t < row.InputIds.Length; t++)
            {
                ids[r * length + t] = row.InputIds[t];
                if (t == 0 || row.Labels[t] == EncodedRow.Ignored) continue;
                where.Add(r * length + t - 1);
                targets.Add(row.Labels[t]);
            }
        }

        return (
            tensor(ids, ScalarType.Int64).view(rows.Count, length).to(model.Device),
            tensor(where.ToArray(), ScalarType.Int64).to(model.Device),
            tensor(targets.ToArray(), ScalarType.Int64).to(model.Device));
    }
}
