using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Engine;

public class SharedPrefixTests
{
    private const int Least = 8;

    private static Qwen3Model Model(ScalarType compute = ScalarType.Float32)
    {
        TorchBackend.Require();
        var model = new Qwen3Model(ModelConfig.Presets["nano"] with { VocabSize = 64, InitializerRange = 0.1 }, CPU, compute);
        model.Initialize(11);
        return model;
    }

    /// <summary>Rows of several domains: each domain's rows begin with the same twenty tokens, of which none is trained.</summary>
    private static List<EncodedRow> Rows(int domains, int each)
    {
        var random = new Random(5);
        var rows = new List<EncodedRow>();
        for (var d = 0; d < domains; d++)
        {
            int[] prefix = [d, .. Enumerable.Range(0, 19).Select(_ => random.Next(64))];
            for (var r = 0; r < each; r++)
            {
                int[] ids = [.. prefix, r, .. Enumerable.Range(0, random.Next(3, 20)).Select(_ => random.Next(64))];
                int[] labels = [.. ids.Select((t, p) => p > 21 && random.Next(2) == 0 ? t : EncodedRow.Ignored)];
                labels[^1] = ids[^1];
                rows.Add(new EncodedRow(ids, labels, $"row_{d}_{r:000}", $"domain_{d}", labels.Count(l => l != EncodedRow.Ignored)));
            }
        }

        return rows;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_prefix_computed_once_gives_the_loss_and_the_gradient_of_rows_that_each_hold_it(bool recompute)
    {
        var rows = Rows(1, 5);
        var (plainLoss, plain) = Gradient(rows, 0, recompute);
        var (sharedLoss, shared) = Gradient(rows, Least, recompute);
        Assert.Equal(plainLoss, sharedLoss, plainLoss * 1e-6);
        for (var i = 0; i < plain.Length; i++)
        {
            Assert.Equal(plain[i], shared[i], 1e-6f);
        }

        static (double, float[]) Gradient(List<EncodedRow> rows, int least, bool recompute)
        {
            using var model = Model();
            var loss = new LossFunction(model, recompute, least).Backward(rows, rows.Sum(LossFunction.Predictions));
            return (loss, [.. model.Parameters.Gradients.data<float>()]);
        }
    }

    [Fact]
    public void In_bf16_the_shared_loss_is_the_plain_one_within_what_bf16_rounds()
    {
        var rows = Rows(1, 5);
        using var model = Model(ScalarType.BFloat16);
        var plain = new LossFunction(model, recompute: false).Forward(rows);
        Assert.Equal(plain, new LossFunction(model, recompute: false, Least).Forward(rows), plain * 1e-2);
    }

    [Fact]
    public void What_is_trained_stays_out_of_the_prefix_however_much_rows_share()
    {
        int[] ids = [.. Enumerable.Range(1, 20)];
        int[] labels = [.. ids.Select((t, p) => p == 12 ? t : EncodedRow.Ignored)];
        var row = new EncodedRow(ids, labels, "row", "d", 1);
        // The token at 12 is predicted from the one at 11.
        Assert.Equal(11, PrefixFamilies.SharedBy([row, row with { TrajId = "other" }]));
    }

    [Fact]
    public void Rows_of_one_beginning_are_one_family_and_no_micro_batch_mixes_two()
    {
        var rows = Rows(3, 10);
        var families = PrefixFamilies.Of(rows, Least);
        Assert.Equal(3, families.Family.Distinct().Count());
        Assert.All(families.Family.Distinct(), f => Assert.Equal(20, families.Prefix[f]));
        var plan = new BatchPlan(rows, new OptimizationOptions { TokensPerMicroBatch = 100, SharedPrefix = Least }, 1);
        var batches = Enumerable.Range(1, plan.Steps).SelectMany(plan.MicroBatches).ToList();
        Assert.Equal(Enumerable.Range(0, rows.Count), batches.SelectMany(b => b).Order());
        Assert.All(batches, b => Assert.Single(b.Select(r => rows[r].Domain).Distinct()));
        Assert.All(batches, b => Assert.True(b.Length == 1 || 20 + b.Max(r => rows[r].InputIds.Length - 20) * b.Length <= 100));
    }
}
