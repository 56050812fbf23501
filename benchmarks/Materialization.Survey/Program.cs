using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AgentScaler.Materialization;
using AgentScaler.Materialization.Survey;

// Arguments: TOOLS.jsonl [domains] [workers] [differential calls] [mutants a tool] [name of a domain to show]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var file = args[0];
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 300;
var workers = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 2;
var options = new MaterializationOptions
{
    DifferentialCalls = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 100,
    MutantsPerTool = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : 12,
};
var sample = DomainSample.Read(file, count, 0);
Console.Error.WriteLine($"{sample.Count} domains, {sample.Sum(s => s.Tools.Count)} tools");
var figures = new SurveyFigures();
var slow = new ConcurrentBag<(double Seconds, string Slug)>();
using var materializer = new DomainMaterializer();
var clock = Stopwatch.StartNew();
Parallel.ForEach(sample, new ParallelOptions { MaxDegreeOfParallelism = workers }, entry =>
{
    var own = Stopwatch.StartNew();
    try
    {
        var result = materializer.Materialize(entry.Domain, entry.Tools, options, 0);
        if (args.Length > 5 && result.Definition is { } shown)
        {
            ToolView.Print(shown, result.InitialState, args[5], Console.Out);
        }

        figures.Add(entry.Domain, entry.Tools.Count, result);
    }
    catch (Exception exception)
    {
        // A survey reports every failure and goes on; the product never gets here.
        figures.Threw(entry.Domain, entry.Tools.Count, exception);
    }

    slow.Add((own.Elapsed.TotalSeconds, entry.Domain.Slug));
});
figures.Print(clock.Elapsed, Console.Out);
foreach (var (seconds, slug) in slow.OrderByDescending(s => s.Seconds).Take(5))
{
    Console.WriteLine($"slow {seconds:0.00} s {slug}");
}
