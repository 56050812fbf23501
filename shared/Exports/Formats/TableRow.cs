using System.Diagnostics.CodeAnalysis;

namespace AgentScaler.Exports.Formats;

/// <summary>A dataset row in a flat table. Nested values are JSON text.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The names are the columns.")]
public sealed class TableRow
{
    public string messages { get; set; } = "";

    public string tools { get; set; } = "";

    public string task { get; set; } = "";

    public string domain { get; set; } = "";

    public string trajectory { get; set; } = "";

    public string origin { get; set; } = "";

    public string provenance { get; set; } = "";
}
