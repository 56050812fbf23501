using System.Collections.Concurrent;
using System.Text.Json;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>Checks texts against the pattern, the lengths and the format of a schema, with the same result as the check of a session.</summary>
public static class TextCheck
{
    private const int Kept = 4096;
    private static readonly ConcurrentDictionary<(string? Pattern, int? Least, int? Most, string? Format), ResultConformance> Checks = new();

    /// <summary>Whether the schema bounds texts at all.</summary>
    public static bool Demands(SchemaNode node) => node.Pattern is not null
        || node.MinLength is not null
        || node.MaxLength is not null
        || node.Format is not null;

    public static bool Meets(SchemaNode node, string text)
    {
        if (!Demands(node))
        {
            return true;
        }

        if (Checks.Count > Kept)
        {
            Checks.Clear();
        }

        return Checks.GetOrAdd((node.Pattern, node.MinLength, node.MaxLength, node.Format), Compile).Conforms(Value.From(text), out _);
    }

    private static ResultConformance Compile((string? Pattern, int? Least, int? Most, string? Format) demands)
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

        if (demands.Format is { } format)
        {
            schema["format"] = format;
        }

        return ResultConformance.Compile(JsonSerializer.SerializeToElement(schema));
    }
}
