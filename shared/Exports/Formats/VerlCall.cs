using System.Diagnostics.CodeAnalysis;

namespace AgentScaler.Exports.Formats;

/// <summary>One tool call of <see cref="VerlMessage"/>.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The names are the columns.")]
public sealed class VerlCall
{
    public string id { get; set; } = "";

    public string type { get; set; } = "function";

    public VerlFunction function { get; set; } = new();
}
