using System.Diagnostics.CodeAnalysis;

namespace AgentScaler.Exports.Formats;

/// <summary>One message of <see cref="VerlRow"/>.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The names are the columns.")]
public sealed class VerlMessage
{
    public string role { get; set; } = "";

    public string content { get; set; } = "";

    public List<VerlCall>? tool_calls { get; set; }

    public string? tool_call_id { get; set; }
}
