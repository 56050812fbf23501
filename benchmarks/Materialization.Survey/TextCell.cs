namespace AgentScaler.Materialization.Survey;

/// <summary>A place for a text in a row of an initial state, with the documents' own words about it.</summary>
/// <param name="Column">The column, or the innermost member inside of it.</param>
/// <param name="Text">The text that stands there; null where nothing does.</param>
internal sealed record TextCell(string Domain, string Table, string Column, string? Description, string? Text)
{
    /// <summary>Where the text comes from: an origin of the generator, "choice" for a declared one, "row" for what the row's other values tell.</summary>
    public string Source { get; init; } = "row";
}
