using AgentScaler.Training.Datasets;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace AgentScaler.Training.Engine;

/// <summary>
/// The loss: minus the mean log probability of the trained tokens given the tokens before them. The head is applied to trained rows only, in chunks, so that
/// logits over a large vocabulary never exist all at once.
/// </summary>
/// <param name="leastShared">The fewest tokens of a common prefix of a micro batch that is computed once; 0 never shares.</param>
internal sealed class LossFunction(Qwen3Model model, bool recompute, int leastShared = 0)
{
    private const long LogitsAtOnce = 1 << 25;

    /// <summary>The number of predictions that a row trains: its labels without the first, which nothing predicts.</summary>
    public static int Predictions(EncodedRow row) => row.NLoss - (row.Labels.Length > 0 && row.Labels[0] != EncodedRow.Ignored ? 1 : 0);

    /// <summary>Adds the gradient of sum/<paramref name="total"/> to the gradients of the parameters. Returns the summed loss.</summary>
    public double Backward(IReadOnlyList<EncodedRow> rows, long total)
    {
        using var scope = NewDisposeScope();
        var batch = new MicroBatch(model, rows, leastShared);
        var inputs = new List<Tensor>();
        Tensor x;
        using (recompute ? no_grad() : null)
        {
            x = model.Embed(batch.Ids);
            for (var i = 0; i < model.Config.NumHiddenLayers; i++)
            {
                inputs.Add(x);
                x = Layer(i, x, batch);
            }
        }

        var states = x.detach();
        var gradient = zeros_like(states);
        var sum = Losses(states, batch.Targets, gradient, total);
        if (!recompute)
        {
            x.backward([gradient]);
            return sum;
        }

        for (var i = model.Config.NumHiddenLayers - 1; i >= 0; i--)
        {
            using var layer = NewDisposeScope();
            var input = inputs[i].detach().requires_grad_(true);
            Layer(i, input, batch).backward([gradient]);
            gradient = input.grad!.MoveToOuterDisposeScope();
        }

        model.Embed(batch.Ids).backward([gradient]);
        return sum;
    }

    /// <summary>Returns the summed loss, without gradients.</summary>
    public double Forward(IReadOnlyList<EncodedRow> rows)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var batch = new MicroBatch(model, rows, leastShared);
        var x = model.Embed(batch.Ids);
        for (var i = 0; i < model.Config.NumHiddenLayers; i++)
        {
            x = Layer(i, x, batch);
        }
        return Losses(x, batch.Targets, null, 1);
    }

    /// <summary>Runs one layer. The last layer returns only the trained positions, one row each; the layers before it return all positions.</summary>
    private Tensor Layer(int index, Tensor x, MicroBatch batch) =>
        model.Layer(index, x, batch.Rotary, batch.Attention, index == model.Config.NumHiddenLayers - 1 ? batch.Trained : null);

    private double Losses(Tensor rows, Tensor targets, Tensor? gradient, long total)
    {
        var size = Math.Max(64, LogitsAtOnce / model.Config.VocabSize);
        double sum = 0;
        for (long start = 0; start < rows.shape[0]; start += size)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(size, rows.shape[0] - start);
            var chunk = rows.narrow(0, start, count).detach();
            if (gradient is not null)
            {
                chunk = chunk.requires_grad_(true);
            }
            var loss = F.cross_entropy(model.Head(chunk), targets.narrow(0, start, count), reduction: nn.Reduction.Sum);
            sum += loss.Value();
            if (gradient is null)
            {
                continue;
            }
            loss.Over(total).backward();
            using var guard = no_grad();
            gradient.narrow(0, start, count).copy_(chunk.grad!);
        }

        return sum;
    }
}
