using System.Globalization;
using AgentScaler.Language;
using AgentScaler.Language.Values;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.States;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Survey;

/// <summary>Measures the texts of initial states: whether they are of their column's kind, how they spread, and how many there are.</summary>
internal static class ValueSurvey
{
    private const int Drawn = 300;

    public static void Run(SurveyOptions survey, string folder, TextWriter text)
    {
        var figures = new ValueFigures();
        var cells = new List<TextCell>();
        foreach (var (domain, tools) in WorkspaceSample.Read(survey.Workspace, survey.Domains, survey.Seed))
        {
            var options = new MaterializationOptions();
            var plan =
                DomainInference.Infer(ToolReader.Read([.. tools.OrderBy(t => t.Id, StringComparer.Ordinal).Take(options.MaxTools)]), InferenceHints.None);
            var origins = new Dictionary<(string, string), ValueOrigin>();
            var state = new StateGenerator(plan, options, 0, domain.Slug) { Told = (name, text, origin) => origins[(name, text)] = origin }.Generate();
            figures.Count(plan, state);
            cells.AddRange(TextCells.Of(domain.Slug, plan, state).Select(c => Traced(c, origins)));
        }

        figures.Print(cells, text);
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, "all-cells.tsv"), cells, sources: true);
        Write(Path.Combine(folder, "cells.tsv"), Draw(cells.Where(c => c.Text is not null), survey.Seed), sources: false);
    }

    private static TextCell Traced(TextCell cell, Dictionary<(string, string), ValueOrigin> origins) =>
        cell.Text is not null && origins.TryGetValue((cell.Column, cell.Text), out var origin)
            || (cell.Text is not null && origins.TryGetValue((Words.Singular(cell.Column), cell.Text), out origin))
            ? cell with { Source = origin.ToString().ToLowerInvariant() }
            : cell;

    /// <summary>So many cells in an order drawn by the seed, for a reader to class.</summary>
    private static IEnumerable<TextCell> Draw(IEnumerable<TextCell> cells, int seed) => cells
        .Select((c, at) => (Cell: c, Order: Tools.ContentId.Of("cell", at.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture))))
        .OrderBy(c => c.Order, StringComparer.Ordinal)
        .Take(Drawn)
        .Select(c => c.Cell);

    /// <param name="sources">Whether a column tells where each text comes from; a reader who is to class texts is not told.</param>
    private static void Write(string file, IEnumerable<TextCell> cells, bool sources) => File.WriteAllLines(
        file,
        cells.Select(c =>
            string.Join('\t', new[] { c.Domain, c.Table, c.Column, c.Description ?? "", c.Text ?? "(null)", c.Source }.SkipLast(sources ? 0 : 1).Select(Plain)))
            .Prepend("domain\ttable\tcolumn\tdescription\tvalue" + (sources ? "\tsource" : "")));

    private static string Plain(string text) => string.Join(' ', text.Split((char[])['\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
