using System.Diagnostics;
using System.Globalization;
using AgentScaler.Collection;
using AgentScaler.Collection.Survey;
using AgentScaler.Pipeline.Options;

// Reads sources as the stage does and prints time, memory and figures by pack.
// Arguments: SOURCE... [--manifest FILE] [--benchmark PATH]... [--out TOOLS.jsonl] [--parallelism N] [--sample N]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var arguments = Arguments.Parse(args);
var clock = Stopwatch.StartNew();
using var sink = new FileSink(arguments.Out);
var options = new CollectionOptions { Parallelism = arguments.Parallelism, Benchmarks = arguments.Benchmarks };
using var sample = new Sample();
var sources = arguments.Sample > 0 ? [.. arguments.Sources.Select(pack => sample.Draw(pack, arguments.Sample))] : arguments.Sources;
var summary = await new ScenarioCollector().CollectAsync(sources, options, sink, null, CancellationToken.None);
clock.Stop();
using var process = Process.GetCurrentProcess();
SurveyReport.Print(summary, sink, Console.Out);
Console.WriteLine(
    $"{clock.Elapsed.TotalSeconds:F1} s wall, {process.TotalProcessorTime.TotalSeconds:F1} s processor, peak {process.PeakWorkingSet64 >> 20} MiB, "
    + $"{summary.Operations / clock.Elapsed.TotalSeconds:F0} operations a second");
return arguments.Manifest is null ? 0 : ManifestComparison.Print(arguments.Manifest, summary, Console.Out);
