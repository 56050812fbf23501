using System.Globalization;

namespace AgentScaler.Materialization.Survey;

/// <summary>The survey's command line: <c>WORKSPACE [--domains N] [--workers N] [--calls N] [--mutants N] [--seconds N] [--seed N] [--results FILE] [--show
/// TOOL] [--values FOLDER] [--sentences TOOLS]</c>.</summary>
/// <param name="Seconds">No domain is begun after so many; with <paramref name="Results"/> the next run goes on from there.</param>
/// <param name="Results">A file of one line a domain; domains that stand in it are not made again.</param>
/// <param name="Show">A tool whose program and rows are printed.</param>
/// <param name="Seed">Draws the domains, and the cells for a reader.</param>
/// <param name="Sentences">How many write tools to draw whose sentences are printed with what became of them; nothing is proven then.</param>
/// <param name="Values">A folder for what stands in the text cells; nothing is proven then.</param>
internal sealed record SurveyOptions(string Workspace, int Domains, int Workers, int Calls, int Mutants, int Seconds, int Seed, string? Results, string? Show,
    string? Values, int? Sentences)
{
    /// <exception cref="ArgumentException">There is no workspace.</exception>
    public static SurveyOptions Read(string[] args)
    {
        var given = args.Skip(1).Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        int Number(string name, int otherwise) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        return args.Length == 0
            ? throw new ArgumentException("Name the workspace that collect and cluster wrote.")
            : new SurveyOptions(
                args[0],
                Number("--domains", 300),
                Number("--workers", Environment.ProcessorCount),
                Number("--calls", 100),
                Number("--mutants", 12),
                Number("--seconds", int.MaxValue),
                Number("--seed", 0),
                given.GetValueOrDefault("--results"),
                given.GetValueOrDefault("--show"),
                given.GetValueOrDefault("--values"),
                given.ContainsKey("--sentences") ? Number("--sentences", 0) : null);
    }
}
