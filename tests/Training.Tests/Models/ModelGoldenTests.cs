using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Models;

/// <summary>Parity with transformers' Qwen3 on the same weights and rows.</summary>
public class ModelGoldenTests
{
    private static readonly JsonArray Cases = Golden.Read("model-cases.json")["cases"]!.AsArray();

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Ten_steps_have_the_losses_and_gradient_norms_of_transformers(int index, bool recompute)
    {
        var golden = Cases[index]!;
        using var model = ModelOf(golden);
        var rows = RowsOf(golden);
        var accumulation = golden["accumulation"]!.GetValue<int>();
        var options = new OptimizationOptions
        {
            Steps = 10,
            LearningRate = golden["learning_rate"]!.GetValue<double>(),
            WarmupRatio = golden["warmup_ratio"]!.GetValue<double>(),
            GradientAccumulation = accumulation,
            TokensPerMicroBatch = accumulation == 1 ? 100_000 : 4 * rows.Max(r => r.InputIds.Length),
            SaveSteps = 0,
            Recompute = recompute,
            Precision = Precision.Float32,
            Threads = 1,
        };
        var expected = golden["steps"]!.AsArray();
        var history = new Trainer(model, rows, options, 0).Run(null, "golden", null, null, null, TestContext.Current.CancellationToken).LogHistory;
        Assert.Equal(expected.Count, history.Count);
        for (var i = 0; i < history.Count; i++)
        {
            Assert.Equal(expected[i]!["learning_rate"]!.GetValue<double>(), history[i].LearningRate, 12);
            AssertRelative(expected[i]!["loss"]!.GetValue<double>(), history[i].Loss, 1e-4);
            AssertRelative(expected[i]!["grad_norm"]!.GetValue<double>(), history[i].GradNorm, 1e-3);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Logits_are_those_of_transformers(int index)
    {
        var golden = Cases[index]!;
        using var model = ModelOf(golden);
        var ids = RowsOf(golden)[0].InputIds.Select(i => (long)i).ToArray();
        using var logits = model.Logits(tensor(ids, ScalarType.Int64).view(1, -1));
        var positions = golden["logits"]!["positions"]!.AsArray();
        for (var p = 0; p < positions.Count; p++)
        {
            var values = golden["logits"]!["values"]![p]!.AsArray();
            for (var v = 0; v < values.Count; v++)
            {
                Assert.Equal(values[v]!.GetValue<double>(), logits[0, positions[p]!.GetValue<int>(), v * 40].item<float>(), 1e-4);
            }
        }
    }

    [Fact]
    public void Parameters_carry_the_names_of_transformers()
    {
        using var model = ModelOf(Cases[1]!);
        Assert.Equal(Cases[1]!["names"]!.AsArray().Select(n => n!.GetValue<string>()),
            model.Parameters.Shapes.Select(s => s.Name).Order(StringComparer.Ordinal));
    }

    internal static Qwen3Model ModelOf(JsonNode golden)
    {
        TorchBackend.Require();
        var model = new Qwen3Model(golden["config"].Deserialize<ModelConfig>(ContractJson.Options)!, CPU);
        using var guard = no_grad();
        foreach (var shape in model.Parameters.Shapes)
        {
            var seed = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(shape.Name)));
            var scale = shape.Decays ? 0.2 : 0.1;
            var values = Enumerable.Range(0, (int)shape.Count).Select(i => (float)((shape.Decays ? 0 : 1) + scale * Number(seed, (ulong)i))).ToArray();
            model.Parameters[shape.Name].copy_(tensor(values).view(shape.Shape));
        }

        return model;
    }

    internal static List<EncodedRow> RowsOf(JsonNode golden) => [.. golden["rows"]!.AsArray().Select((r, i) =>
    {
        int[] labels = [.. r!["labels"]!.AsArray().Select(l => l!.GetValue<int>())];
        return new EncodedRow([.. r["input_ids"]!.AsArray().Select(t => t!.GetValue<int>())], labels, $"row_{i}", "golden",
            labels.Count(l => l != EncodedRow.Ignored));
    })];

    /// <summary>The same number from an index as in make_goldens.py.</summary>
    private static double Number(ulong seed, ulong index)
    {
        var x = (index * 2654435761 + seed * 40503 + 12345) & uint.MaxValue;
        x = (x ^ (x >> 15)) * 2246822519 & uint.MaxValue;
        x = (x ^ (x >> 13)) * 3266489917 & uint.MaxValue;
        return (x ^ (x >> 16)) / 4294967296.0 - 0.5;
    }

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{actual} is not within {tolerance} of {expected}");
}
