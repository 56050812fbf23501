using System.Diagnostics.CodeAnalysis;

namespace AgentScaler.Exports.Formats;

/// <summary>The function of <see cref="VerlCall"/>, its arguments as JSON text.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The names are the columns.")]
public sealed class VerlFunction
{
    public string name { get; set; } = "";

    public string arguments { get; set; } = "";
}
