using System.Collections.Concurrent;
using System.Text.Json;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.States;

/// <summary>Whether a text meets the pattern and the lengths of a schema, as a session's own check would say.</summary>
internal static class TextCheck
{
    private const int Kept = 4096;
    private static readonly ConcurrentDictionary<(string? Pattern, int? Least, int? Most), ResultConformance> Checks = new();

    public static bool Meets(SchemaNode node, string text)
    {
        if (node.Pattern is null && node.MinLength is null && node.MaxLength is null)
        {
            return true;
        }

        if (Checks.Count > Kept)
        {
            Checks.Clear();
        }

        return Checks.GetOrAdd((node.Pattern, node.MinLength, node.MaxLength), Compile).Conforms(Value.From(text), out _);
    }

    private static ResultConformance Compile((string? Pattern, int? Least, int? Most) demands)
    {
        var schema = new Dictionary<string, object>(StringComparer.Ordinal) { ["type"] = "string" };
        if (demands.Pattern is { } pattern)
        {
            schema["pattern"] = pattern;
        }

        if (demands.Least is { } least)
        {
            schema["minLength"] = least;
        }

        if (demands.Most is { } most)
        {
            schema["maxLength"] = most;
        }

        return ResultConformance.Compile(JsonSerializer.SerializeToElement(schema));
    }
}
