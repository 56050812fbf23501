using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Serving.Sessions;

/// <summary>A session in this process, in the state after all calls of its log. Only one caller at a time may use it.</summary>
internal sealed class LiveSession(SessionDocument document, CompiledEnvironment environment)
{
    private readonly List<SessionCall> _calls = [];

    public SessionDocument Document => document;

    public EnvironmentSession Session { get; } = environment.Open();

    /// <summary>The lock that a caller holds while it uses the session.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public IReadOnlyList<SessionCall> Calls => _calls;

    public bool IsClosed { get; private set; }

    /// <summary>Plays an entry of the log that another process wrote.</summary>
    public void Follow(SessionCall entry)
    {
        if (!entry.Closes)
        {
            Play(entry.Name!, entry.Arguments);
        }

        Note(entry);
    }

    /// <summary>Makes a call that is not in the log yet. The caller writes it to the log or reverts it with the snapshot.</summary>
    public ToolResult Play(string name, string arguments)
    {
        try
        {
            return Session.Call(name, CallArguments.Parse(arguments));
        }
        catch (JsonException exception)
        {
            return ToolResult.Failure(new ToolError(ErrorCode.InvalidArguments, $"The arguments are not valid JSON: {exception.Message}"));
        }
    }

    public void Note(SessionCall entry)
    {
        IsClosed = entry.Closes;
        if (!entry.Closes)
        {
            _calls.Add(entry);
        }
    }
}
