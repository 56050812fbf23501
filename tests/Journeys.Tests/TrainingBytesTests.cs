using System.Text.Json.Nodes;

namespace AgentScaler.Journeys.Tests;

/// <summary>Training and evaluation, done twice from the same inputs, leave the same bytes.</summary>
public sealed class TrainingBytesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trained_and_evaluated_twice_weights_evaluation_and_report_are_the_same()
    {
        using var first = new Journey();
        using var second = new Journey();
        await first.RunAsync("evaluate", Stop);
        await second.RunAsync("evaluate", Stop);

        var weights = Weights(first);
        Assert.Equal(3, weights.Count);
        Assert.All(weights, name => Assert.Equal(Bytes(first, name), Bytes(second, name)));
        Assert.Equal(Bytes(first, "evaluation.json"), Bytes(second, "evaluation.json"));
        Assert.Equal(first.Bytes(), second.Bytes());
        Assert.All(
            first.Report["training"]!["stages"]!.AsArray(),
            stage => Assert.True(Loss(stage!, "loss_last") < Loss(stage!, "loss_first"), stage!.ToJsonString()));
    }

    private static double Loss(JsonNode stage, string name) => stage[name]!.GetValue<double>();

    private static byte[] Bytes(Journey journey, string name) => File.ReadAllBytes(Path.Combine(journey.Workspace, name));

    private static List<string> Weights(Journey journey) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(journey.Workspace, "checkpoints"), "model.safetensors", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(journey.Workspace, file)),
    ];
}
