using System.Text.Json;

namespace AgentScaler.Training.Policies;

/// <summary>A parameter of an offered tool.</summary>
/// <param name="Key">Its name as JSON text.</param>
/// <param name="Starts">Bytes with which a value may start, from its declared types; null: any.</param>
/// <param name="Choices">The values of an enumeration of strings as JSON text. Null for other parameters.</param>
internal sealed record OfferedParameter(byte[] Key, bool Required, byte[]? Starts, IReadOnlyList<byte[]>? Choices)
{
    public static OfferedParameter Read(string name, JsonElement schema, bool required)
    {
        IReadOnlyList<byte[]>? choices = null;
        byte[]? starts = null;
        if (schema.ValueKind == JsonValueKind.Object)
        {
            if (schema.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0
                && values.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String))
                choices = [.. values.EnumerateArray().Select(v => OfferedTool.Quote(v.GetString()!))];
            if (schema.TryGetProperty("type", out var type))
            {
                var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.ToString()) : [type.ToString()];
                starts = [.. types.SelectMany(Start).Distinct()];
                if (starts.Length == 0) starts = null;
            }
        }

        return new OfferedParameter(OfferedTool.Quote(name), required, starts, choices);
    }

    private static byte[] Start(string type) => type switch
    {
        "string" => [.. "\""u8],
        "integer" or "number" => [.. "-0123456789"u8],
        "boolean" => [.. "tf"u8],
        "array" => [.. "["u8],
        "object" => [.. "{"u8],
        "null" => [.. "n"u8],
        _ => [],
    };
}
