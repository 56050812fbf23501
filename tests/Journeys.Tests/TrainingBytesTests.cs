using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentScaler.Journeys.Tests;

/// <summary>Training and evaluation, done twice from the same inputs or killed in between, leave the same bytes.</summary>
public sealed class TrainingBytesTests(TrainedRun undisturbed) : IClassFixture<TrainedRun>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trained_and_evaluated_twice_weights_evaluation_and_report_are_the_same()
    {
        using var again = new Journey();
        await again.RunAsync("evaluate", Stop);

        AssertSame(again);
        Assert.All(
            again.Report["training"]!["stages"]!.AsArray(),
            stage => Assert.True(Loss(stage!, "loss_last") < Loss(stage!, "loss_first"), stage!.ToJsonString()));
    }

    [Fact]
    public void While_it_trains_the_step_and_the_loss_are_told() =>
        Assert.Matches(@"train: running [01]/2: stage [12], step \d+ of (12|6), loss \d", undisturbed.Progress);

    [Fact]
    public async Task Killed_at_random_steps_it_goes_on_to_the_same_weights()
    {
        var random = new Random(4);
        int[] steps = [random.Next(1, 5), random.Next(5, 9)];
        for (var tries = 0; tries < 4; tries++)
        {
            using var journey = new Journey();
            await journey.RunAsync("filter", Stop);
            if (await KilledAsync(journey, steps[0]) && await KilledAsync(journey, steps[1]))
            {
                await journey.RunAsync("evaluate", Stop);
                AssertSame(journey);
                return;
            }
        }

        Assert.Fail("the training was always done before it was killed");
    }

    /// <summary>Trains until a step is saved and kills the process.</summary>
    /// <returns>False where the training, which has twelve steps, was done before it was hit.</returns>
    private static async Task<bool> KilledAsync(Journey journey, int step)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "agentscaler.dll"), "train", "--stage", "1", "--config", journey.Configuration, "--workspace",
                journey.Workspace])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        while (!process.HasExited && SavedStep(journey) < step)
        {
            await Task.Delay(10, Stop);
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Stop);
        if (SavedStep(journey) == 12 || Directory.Exists(Path.Combine(journey.Workspace, "checkpoints", "stage1")))
        {
            return false;
        }

        Assert.InRange(SavedStep(journey), step, 11);
        return true;
    }

    /// <summary>The step of the newest whole point to resume from; 0 before the first.</summary>
    private static int SavedStep(Journey journey)
    {
        var folder = Path.Combine(journey.Workspace, "training");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, "step-*", SearchOption.AllDirectories)
                .Select(path => Path.GetFileName(path)["step-".Length..])
                .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var step) ? step : 0)
                .DefaultIfEmpty(0)
                .Max()
            : 0;
    }

    private void AssertSame(Journey journey)
    {
        var weights = Weights(undisturbed.Journey);
        Assert.Equal(3, weights.Count);
        Assert.All(weights, name => Assert.Equal(Bytes(undisturbed.Journey, name), Bytes(journey, name)));
        Assert.Equal(Bytes(undisturbed.Journey, "evaluation.json"), Bytes(journey, "evaluation.json"));
        Assert.Equal(undisturbed.Journey.Bytes(), journey.Bytes());
    }

    private static double Loss(JsonNode stage, string name) => stage[name]!.GetValue<double>();

    private static byte[] Bytes(Journey journey, string name) => File.ReadAllBytes(Path.Combine(journey.Workspace, name));

    private static List<string> Weights(Journey journey) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(journey.Workspace, "checkpoints"), "model.safetensors", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(journey.Workspace, file)),
    ];
}
