using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs.AcrossTools;

/// <summary>A law of two tools, with the calls of the first on which it is judged.</summary>
/// <param name="Calls">Arguments, each with the row that they speak of.</param>
internal sealed record LawAcrossTools(LawForm Form, ToolSubject First, ToolSubject Second, IReadOnlyList<(Value Arguments, ObjectValue? Row)> Calls)
{
    /// <summary>The law's name in <c>checks.json</c>.</summary>
    public string Name { get; } = JsonNamingPolicy.SnakeCaseLower.ConvertName(Form.ToString());

    public bool Concerns(ToolSubject subject) => First == subject || Second == subject;
}
