using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Engine;

public class MuonTests
{
    private static readonly OptimizationOptions Options =
        new() { Optimizer = OptimizerRule.Muon, Steps = 12, TokensPerMicroBatch = 100, LearningRate = 1e-2, SaveSteps = 4, WeightDecay = 0, ClipNorm = 0 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(24, 40)]
    [InlineData(40, 24)]
    [InlineData(32, 32)]
    public void A_direction_keeps_its_singular_vectors_and_its_singular_values_come_near_one(int rows, int columns)
    {
        TorchBackend.Require();
        using var scope = NewDisposeScope();
        using var generator = new Generator(3, CPU);
        var matrices = randn([2, rows, columns], ScalarType.Float64, CPU, generator: generator);
        var turned = Muon.Orthogonal(matrices);
        for (var i = 0; i < 2; i++)
        {
            var (u, _, v) = linalg.svd(matrices[i], fullMatrices: false);
            var inner = u.t().matmul(turned[i]).matmul(v.t());
            var diagonal = inner.diagonal();
            Assert.Equal(0, (inner - diagonal.diag()).abs().max().item<double>(), 1e-6);
            // The smallest singular values of a random square matrix have not come up yet after five iterations.
            Assert.InRange(diagonal.median().item<double>(), 0.65, 1.25);
            Assert.InRange(diagonal.max().item<double>(), 0.65, 1.25);
        }
    }

    [Fact]
    public void Matrices_of_the_layers_take_steps_of_the_usual_size_and_all_else_takes_those_of_AdamW()
    {
        var (before, muon, adamw) = (Values(null), Values(OptimizerRule.Muon), Values(OptimizerRule.Adamw));
        Assert.All(before.Keys, name =>
        {
            if (name.StartsWith("model.layers.", StringComparison.Ordinal) && before[name].Length > 48)
            {
                var size = Math.Sqrt(before[name].Zip(muon[name], (a, b) => Math.Pow(a - b, 2)).Average());
                // 0.2 of the learning rate, less where a momentum has few directions.
                Assert.InRange(size, 0.05 * Options.LearningRate, 0.25 * Options.LearningRate);
            }
            else
            {
                Assert.Equal(adamw[name], muon[name]);
            }
        });

        static Dictionary<string, float[]> Values(OptimizerRule? rule)
        {
            using var model = Model();
            if (rule is { } chosen)
            {
                new LossFunction(model, recompute: false).Backward(Rows(), 100);
                using IOptimizer optimizer = chosen == OptimizerRule.Muon ? new Muon(model.Parameters, Options) : new AdamW(model.Parameters, Options);
                optimizer.Step(1, Options.LearningRate);
            }

            return model.Parameters.Shapes.ToDictionary(s => s.Name, s => model.Parameters[s.Name].data<float>().ToArray());
        }
    }

    [Fact]
    public void A_training_lowers_the_loss_and_goes_on_from_a_resume_point_to_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        var (whole, losses) = Trained(null, null, Stop);
        Assert.True(losses[^1] < losses[0] - 0.3, $"{losses[0]} to {losses[^1]}");

        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Trained(folder["resume"], step =>
        {
            if (step == 9)
            {
                stop.Cancel();
            }
        }, stop.Token));
        var (resumed, _) = Trained(folder["resume"], null, Stop);
        Assert.Equal(whole, resumed);

        static (float[] Values, List<double> Losses) Trained(string? resume, Action<int>? seen, CancellationToken token)
        {
            using var model = Model();
            var state = new Trainer(model, Rows(), Options, 4).Run(resume, "one", null, s => seen?.Invoke(s.Step), null, token);
            return (model.Parameters.Values.data<float>().ToArray(), [.. state.LogHistory.Select(s => s.Loss)]);
        }
    }

    private static Qwen3Model Model()
    {
        TorchBackend.Require();
        var model = new Qwen3Model(ModelConfig.Presets["nano"] with { VocabSize = 64 }, CPU);
        model.Initialize(11);
        return model;
    }

    /// <summary>Rows in which every token follows from the one before.</summary>
    private static List<EncodedRow> Rows() =>
        [.. Enumerable.Range(0, 16).Select(i =>
        {
            int[] ids = [.. Enumerable.Range(0, 20).Select(p => (i + 5 * p) % 64)];
            return new EncodedRow(ids, ids, $"row_{i:000}", "d", ids.Length);
        })];
}
