namespace AgentScaler.Pipeline;

/// <summary>A figure of a stage's section that tables of stages show.</summary>
/// <param name="Name">Its member in the section.</param>
/// <param name="InSummary">Whether a command's summary shows it.</param>
/// <param name="InPage">Whether the page of the report shows it.</param>
public sealed record StageFigure(string Name, bool InSummary = true, bool InPage = true)
{
    /// <summary>Figures for both tables.</summary>
    public static IEnumerable<StageFigure> Both(params IEnumerable<string> names) => names.Select(name => new StageFigure(name));

    /// <summary>Figures for the page alone, which has more room.</summary>
    public static IEnumerable<StageFigure> Page(params IEnumerable<string> names) => names.Select(name => new StageFigure(name, InSummary: false));

    /// <summary>Figures for the summary alone.</summary>
    public static IEnumerable<StageFigure> Summary(params IEnumerable<string> names) => names.Select(name => new StageFigure(name, InPage: false));
}
