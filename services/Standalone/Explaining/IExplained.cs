using System.Text.Json.Nodes;

namespace AgentScaler.Standalone.Explaining;

/// <summary>An explanation, for programs and for people.</summary>
internal interface IExplained
{
    JsonObject ToJson();

    Task WriteAsync(TextWriter output);
}
