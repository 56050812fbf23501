using AgentScaler.Environments.Sessions;

namespace AgentScaler.Serving.Sessions;

/// <summary>
/// One entry of a session's log. The first entry that is written for a step wins. The entry that closes the session uses a step as a call does, so that
/// the log alone gives all events and their order.
/// </summary>
/// <param name="Name">The tool. Null in the entry that closes the session.</param>
/// <param name="Arguments">JSON text as received.</param>
internal sealed record SessionCall(int Step, string? Name, string Arguments, ToolResult? Result)
{
    public bool Closes => Name is null;

    public static string IdOf(string session, int step) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{session}-{step:d6}");
}
