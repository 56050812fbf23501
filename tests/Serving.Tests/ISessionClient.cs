namespace AgentScaler.Serving.Tests;

/// <summary>One session of the shop over one protocol.</summary>
internal interface ISessionClient : IAsyncDisposable
{
    /// <summary>The environment session's id, by which gRPC shows and judges it.</summary>
    string Session { get; }

    /// <summary>Calls a tool: whether it succeeded, and the tool message.</summary>
    Task<(bool Ok, string Message)> CallAsync(string tool, string arguments);
}
