using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Paths;

/// <summary>One call of a path that is being built.</summary>
internal sealed record PathCall(ToolModel Tool, Value Arguments, IReadOnlyList<FilledArgument> Filled, ToolResult Result, ErrorCode? Expect)
{
    /// <summary>The user's statements about the rows that the call must find.</summary>
    public IEnumerable<Condition> Conditions => Filled.Where(f => f.Condition is not null && f.Row is null).Select(f => f.Condition!);
}
