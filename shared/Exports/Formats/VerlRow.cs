using System.Diagnostics.CodeAnalysis;

namespace AgentScaler.Exports.Formats;

/// <summary>A row of verl's multi-turn table. Column names are those of the table.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The names are the columns.")]
public sealed class VerlRow
{
    public List<VerlMessage> messages { get; set; } = [];

    /// <summary>JSON text, because tools of different shapes do not fit one column type.</summary>
    public string tools { get; set; } = "";

    public string task { get; set; } = "";

    public string domain { get; set; } = "";

    public string trajectory { get; set; } = "";
}
