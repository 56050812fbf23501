using System.Diagnostics;
using System.Globalization;
using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

// PRECISION STEPS: tokens a second of the embedded engine on a model of 5.8 million parameters, 4 rows of 512 tokens a step, every
// second token trained. transformers_speed.py does the same with transformers.
if (args is not [var name, var count] || !Enum.TryParse<Precision>(name, ignoreCase: true, out var precision) || precision == Precision.Auto)
{
    Console.Error.WriteLine("usage: float32|bfloat16 STEPS");
    return 2;
}

const int WarmUp = 3;
TorchBackend.Require();
var config = new ModelConfig
{
    VocabSize = 8192,
    HiddenSize = 256,
    IntermediateSize = 768,
    NumHiddenLayers = 4,
    NumAttentionHeads = 8,
    NumKeyValueHeads = 2,
    HeadDim = 64
};
using var model = new Qwen3Model(config, CPU, precision == Precision.Bfloat16 ? ScalarType.BFloat16 : ScalarType.Float32);
model.Initialize(0);
var options = new OptimizationOptions
{
    Steps = int.Parse(count, CultureInfo.InvariantCulture) + WarmUp,
    TokensPerMicroBatch = 4 * 512,
    SharedPrefix = 0,
    SaveSteps = 0,
    Precision = precision,
    LearningRate = 1e-3,
};
var rows = Enumerable.Range(0, 64).Select(Row).ToList();
var clock = new Stopwatch();
long tokens = 0;
new Trainer(model, rows, options, 0).Run(null, "", null, Measure, null, CancellationToken.None);
Console.WriteLine(
    $"{precision}: {model.Parameters.Count:n0} parameters, {tokens / clock.Elapsed.TotalSeconds:n0} tokens/s, {clock.Elapsed.TotalMilliseconds / (options.Steps - WarmUp):n0} ms a step, "
    + $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e9:n2} GB");
return 0;

static EncodedRow Row(int seed)
{
    int[] ids = [.. Enumerable.Range(0, 512).Select(i => (int)(((long)(seed * 512 + i) * 2654435761) % 8192))];
    int[] labels = [.. ids.Select((id, i) => i % 2 == 1 ? id : EncodedRow.Ignored)];
    return new EncodedRow(ids, labels, $"row{seed:d2}", "benchmark", 256);
}

void Measure(StepRecord step)
{
    if (step.Step == WarmUp)
    {
        clock.Start();
    }
    else if (step.Step > WarmUp)
    {
        tokens += step.Tokens;
    }
    if (step.Step == options.Steps)
    {
        clock.Stop();
    }
}
