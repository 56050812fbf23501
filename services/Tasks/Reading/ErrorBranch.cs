using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Tasks.Reading;

/// <summary>One way in which a tool's program may fail.</summary>
/// <param name="Fragments">The fixed texts of its message, in order; empty if the session words it.</param>
internal sealed record ErrorBranch(string Tool, int Index, ErrorCode Code, IReadOnlyList<string> Fragments)
{
    /// <summary>Whether an error may come from this branch: the code agrees, and the message contains every fixed text in order.</summary>
    public bool Explains(ToolError error)
    {
        if (error.Code != Code)
        {
            return false;
        }

        var at = 0;
        foreach (var fragment in Fragments)
        {
            var found = error.Message.IndexOf(fragment, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + fragment.Length;
        }

        return true;
    }
}
