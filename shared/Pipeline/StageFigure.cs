namespace AgentScaler.Pipeline;

/// <summary>A figure of a stage's section for the tables of stages.</summary>
/// <param name="Name">Its member in the section.</param>
/// <param name="InSummary">Whether a command's summary shows it.</param>
/// <param name="InPage">Whether the page of the report shows it.</param>
public sealed record StageFigure(string Name, bool InSummary = true, bool InPage = true)
{
    /// <summary>Returns figures for both tables.</summary>
    public static IEnumerable<StageFigure> Both(params IEnumerable<string> names) => names.Select(name => new StageFigure(name));

    /// <summary>Returns figures for the page only, which has more space.</summary>
    public static IEnumerable<StageFigure> Page(params IEnumerable<string> names) => names.Select(name => new StageFigure(name, InSummary: false));

    /// <summary>Returns figures for the summary only.</summary>
    public static IEnumerable<StageFigure> Summary(params IEnumerable<string> names) => names.Select(name => new StageFigure(name, InPage: false));
}
