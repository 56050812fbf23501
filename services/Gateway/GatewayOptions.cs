namespace AgentScaler.Gateway;

/// <summary>Section <c>Gateway</c> of the configuration: access and its limits.</summary>
public sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>The key that every request must carry, at least 16 characters. Required if the gateway listens on more than loopback.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The folder in which orders may name sources; empty for none. The collection service must mount it at the same path.</summary>
    public string? SourcesFolder { get; set; }

    /// <summary>Environment variables that hold keys of models. A run's options may name these and no others.</summary>
    public IReadOnlyList<string> KeyVariables { get; set; } = ["OPENAI_API_KEY"];

    /// <summary>Most bytes of one upload.</summary>
    public long UploadBytes { get; set; } = 4L << 30;

    /// <summary>Most bytes of any other request.</summary>
    public long RequestBytes { get; set; } = 32L << 20;

    /// <summary>Most requests a minute from one address.</summary>
    public int RequestsPerMinute { get; set; } = 6000;

    /// <summary>Address of the trace viewer, for links; for example <c>http://localhost:16686</c>.</summary>
    public string? JaegerUrl { get; set; }
}
