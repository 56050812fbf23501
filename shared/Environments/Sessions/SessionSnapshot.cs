using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions;

/// <summary>A session's state at one moment, which can be restored. It belongs to the environment whose session made it.</summary>
public sealed class SessionSnapshot
{
    internal SessionSnapshot(CompiledEnvironment environment, TableOverlay?[] overlays, ObjectValue? session) =>
        (Environment, Overlays, Session) = (environment, overlays, session);

    internal CompiledEnvironment Environment { get; }

    internal TableOverlay?[] Overlays { get; }

    internal ObjectValue? Session { get; }
}
