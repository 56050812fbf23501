namespace AgentScaler.Gateway;

/// <summary>Section <c>Gateway</c> of the configuration: who may ask for what.</summary>
public sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>The key that requests carry; needed where the gateway listens on more than this machine's own loopback.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The folder that orders may name sources of; none where empty. The collection service mounts it at the same place.</summary>
    public string? SourcesFolder { get; set; }

    /// <summary>Environment variables that hold models' keys and that a run's options may therefore name.</summary>
    public IReadOnlyList<string> KeyVariables { get; set; } = ["OPENAI_API_KEY"];

    /// <summary>Most bytes of one upload.</summary>
    public long UploadBytes { get; set; } = 4L << 30;

    /// <summary>Most bytes of any other request.</summary>
    public long RequestBytes { get; set; } = 32L << 20;

    /// <summary>Most requests of one address in a minute.</summary>
    public int RequestsPerMinute { get; set; } = 6000;

    /// <summary>Where traces are looked at, for links; for example <c>http://localhost:16686</c>.</summary>
    public string? JaegerUrl { get; set; }

    /// <summary>How long an idle MCP session is kept.</summary>
    public TimeSpan McpIdle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Most idle MCP sessions; the longest idle make room.</summary>
    public int McpSessions { get; set; } = 1000;
}
