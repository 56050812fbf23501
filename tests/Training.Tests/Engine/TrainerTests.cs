using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using CsCheck;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Engine;

public class TrainerTests
{
    private static Qwen3Model Model(ScalarType compute = ScalarType.Float32)
    {
        TorchBackend.Require();
        var model = new Qwen3Model(ModelConfig.Presets["nano"] with { VocabSize = 64, InitializerRange = 0.1 }, CPU, compute);
        model.Initialize(11);
        return model;
    }

    private static List<EncodedRow> Rows(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            int[] ids = [.. Enumerable.Range(0, random.Next(4, 30)).Select(_ => random.Next(64))];
            int[] labels = [.. ids.Select((t, p) => p > 1 && random.Next(2) == 0 ? t : EncodedRow.Ignored)];
            labels[^1] = ids[^1];
            return new EncodedRow(ids, labels, $"row_{i:000}", "d", labels.Count(l => l != EncodedRow.Ignored));
        })];
    }

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        using var model = Model();
        var rows = Rows(3);
        var loss = new LossFunction(model, recompute: false);
        var total = rows.Sum(LossFunction.Predictions);
        loss.Backward(rows, total);
        var gradient = model.Parameters.Gradients.data<float>().ToArray();
        // Against a direction of which every element has the gradient's sign, the slope is the sum of magnitudes.
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        var direction = model.Parameters.Gradients.sign();
        const double step = 2e-4;
        model.Parameters.Values.PlusInPlace(direction, step);
        var up = loss.Forward(rows) / total;
        model.Parameters.Values.PlusInPlace(direction, -2 * step);
        var down = loss.Forward(rows) / total;
        var expected = gradient.Sum(g => Math.Abs((double)g));
        Assert.InRange((up - down) / (2 * step), expected * 0.98, expected * 1.02);
    }

    [Fact]
    public void The_loss_is_minus_the_mean_log_probability_of_the_trained_tokens()
    {
        using var model = Model();
        var rows = Rows(2);
        double sum = 0;
        foreach (var row in rows)
        {
            using var scope = NewDisposeScope();
            var log = nn.functional.log_softmax(model.Logits(tensor(row.InputIds.Select(i => (long)i).ToArray()).view(1, -1))[0], -1);
            for (var t = 1; t < row.Labels.Length; t++)
            {
                if (row.Labels[t] != EncodedRow.Ignored)
                {
                    sum -= log[t - 1, row.Labels[t]].item<float>();
                }
            }
        }

        Assert.Equal(sum / rows.Sum(r => r.NLoss), Trainer.Evaluate(model, rows, new OptimizationOptions { Threads = 1 }), 1e-4);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    public void Recomputation_and_accumulation_change_memory_not_the_result(bool recompute, int parts)
    {
        var rows = Rows(9);
        var plain = Gradient(rows, false, 1);
        var other = Gradient(rows, recompute, parts);
        for (var i = 0; i < plain.Length; i++)
        {
            Assert.Equal(plain[i], other[i], 1e-6f);
        }

        static float[] Gradient(List<EncodedRow> rows, bool recompute, int parts)
        {
            using var model = Model();
            var loss = new LossFunction(model, recompute);
            foreach (var part in rows.Chunk((rows.Count + parts - 1) / parts))
            {
                loss.Backward(part, rows.Sum(LossFunction.Predictions));
            }
            return [.. model.Parameters.Gradients.data<float>()];
        }
    }

    [Fact]
    public void Padding_and_what_stands_beside_a_row_do_not_change_its_loss()
    {
        using var model = Model();
        var rows = Rows(6);
        var loss = new LossFunction(model, recompute: false);
        Assert.Equal(rows.Sum(r => loss.Forward([r])), loss.Forward(rows), 1e-2);
    }

    [Fact]
    public void The_same_seed_trains_the_same_weights_to_the_bit()
    {
        Assert.Equal(Trained(ScalarType.Float32), Trained(ScalarType.Float32));
        Assert.Equal(Trained(ScalarType.BFloat16), Trained(ScalarType.BFloat16));

        static float[] Trained(ScalarType compute)
        {
            using var model = Model(compute);
            new Trainer(model, Rows(12), new OptimizationOptions { Steps = 5, TokensPerMicroBatch = 100 }, 4)
                .Run(null, "", null, null, null, TestContext.Current.CancellationToken);
            return [.. model.Parameters.Values.data<float>()];
        }
    }

    [Fact]
    public void Every_row_is_seen_once_an_epoch_and_no_micro_batch_is_over_its_bound() =>
        (from lengths in Gen.Int[1, 300].Array[1, 400]
         from bound in Gen.Int[50, 2000]
         from seed in Gen.Int
         select (lengths, bound, seed)).Sample(
            c =>
            {
                var options = new OptimizationOptions { TokensPerMicroBatch = c.bound };
                var plan = new BatchPlan(c.lengths, options, c.seed);
                var batches = Enumerable.Range(1, plan.Steps).SelectMany(plan.MicroBatches).ToList();
                Assert.Equal(Enumerable.Range(0, c.lengths.Length), batches.SelectMany(b => b).Order());
                Assert.All(batches, b => Assert.True(b.Length == 1 || b.Max(r => c.lengths[r]) * b.Length <= c.bound));
                Assert.Equal(batches[0], new BatchPlan(c.lengths, options, c.seed).MicroBatches(1)[0]);
            },
            iter: 200, threads: 1);

    [Fact]
    public void The_rate_rises_falls_and_never_leaves_its_range()
    {
        var options = new OptimizationOptions { LearningRate = 1, WarmupRatio = 0.1 };
        var rates = Enumerable.Range(1, 100).Select(s => LearningRate.At(s, 100, options)).ToList();
        Assert.Equal(0, rates[0]);
        Assert.Equal(1, rates[10], 12);
        Assert.Equal(rates[10..].OrderDescending(), rates[10..]);
        Assert.All(rates, r => Assert.InRange(r, 0, 1));
    }

    [Fact]
    public void A_token_outside_the_vocabulary_is_named_before_anything_is_trained()
    {
        using var model = Model();
        var error =
            Assert.Throws<CheckpointException>(() => new Trainer(model, [new EncodedRow([1, 64], [-100, 64], "row_x", "d", 1)], new OptimizationOptions(), 0));
        Assert.Contains("row_x", error.Message, StringComparison.Ordinal);
    }
}
