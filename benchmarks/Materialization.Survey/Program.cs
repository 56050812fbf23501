using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AgentScaler.Materialization;
using AgentScaler.Materialization.Survey;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["fuzz", var seeds])
{
    Environment.Exit(DumpFuzz.Run(int.Parse(seeds, CultureInfo.InvariantCulture), Console.Out));
}

var survey = SurveyOptions.Read(args);
if (survey.Values is { } folder)
{
    ValueSurvey.Run(survey, folder, Console.Out);
    return;
}

if (survey.Sentences is { } drawn)
{
    SentenceSurvey.Run(survey, drawn, Console.Out);
    return;
}

var options = new MaterializationOptions { DifferentialCalls = survey.Calls, MutantsPerTool = survey.Mutants };
var figures = new SurveyFigures();
var done = new HashSet<string>(StringComparer.Ordinal);
if (survey.Results is { } kept && File.Exists(kept))
{
    foreach (var line in File.ReadLines(kept).Select(l => JsonSerializer.Deserialize<DomainLine>(l, ContractJson.Options)!).Where(l => done.Add(l.Id)))
    {
        figures.Add(line);
    }
}

var sample = WorkspaceSample.Read(survey.Workspace, survey.Domains, survey.Seed).Where(s => !done.Contains(s.Domain.Id)).ToList();
Console.Error.WriteLine($"{done.Count} domains done, {sample.Count} with {sample.Sum(s => s.Tools.Count)} tools to do");
var gate = new Lock();
using var results = survey.Results is { } file ? new StreamWriter(file, append: true) : null;
using var materializer = new DomainMaterializer();
var clock = Stopwatch.StartNew();
Parallel.ForEach(sample, new ParallelOptions { MaxDegreeOfParallelism = survey.Workers }, entry =>
{
    if (clock.Elapsed.TotalSeconds > survey.Seconds)
    {
        return;
    }

    var own = Stopwatch.StartNew();
    var line = new DomainLine(entry.Domain.Id, entry.Domain.Slug, entry.Tools[0].Source.Format, entry.Tools.Count, 0, 0, null, []);
    try
    {
        var result = materializer.Materialize(entry.Domain, entry.Tools, options, 0);
        line = line with
        {
            Tables = result.Definition?.Schema.Tables.Count ?? 0,
            Rejection = result.Rejection,
            Checks = result.Checks.Tools,
            Does = result.Description.Tools.ToDictionary(t => t.Name, t => t.Does, StringComparer.Ordinal),
        };
        if (survey.Show is { } shown && result.Definition is { } definition)
        {
            ToolView.Print(definition, result.InitialState, shown, Console.Out);
        }
    }
    catch (Exception exception)
    {
        // A survey reports every failure and goes on; the product never gets here.
        line = line with { Threw = exception.ToString() };
    }

    line = line with { Seconds = own.Elapsed.TotalSeconds };
    lock (gate)
    {
        figures.Add(line);
        results?.WriteLine(JsonSerializer.Serialize(line, ContractJson.Options));
        results?.Flush();
    }
});
figures.Print(clock.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64, Console.Out);
