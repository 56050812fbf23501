using AgentScaler.Environments.Sessions;

namespace AgentScaler.Serving.Sessions;

/// <summary>
/// One entry of a session's log. The first that is written at a step wins, and the entry that closes the session takes a step
/// as a call does, so that the log alone says what happened and in which order.
/// </summary>
/// <param name="Name">The tool; null in the entry that closes the session.</param>
/// <param name="Arguments">JSON text, as it came.</param>
internal sealed record SessionCall(int Step, string? Name, string Arguments, ToolResult? Result)
{
    public bool Closes => Name is null;

    public static string IdOf(string session, int step) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{session}-{step:d6}");
}
