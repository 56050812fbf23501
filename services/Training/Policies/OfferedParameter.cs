using AgentScaler.Environments.JsonSchemas;

namespace AgentScaler.Training.Policies;

/// <summary>A parameter of an offered tool.</summary>
/// <param name="Key">Its name as JSON text.</param>
/// <param name="Starts">Bytes with which a value may start, from its declared types; null: any.</param>
/// <param name="Choices">The values of an enumeration of strings as JSON text. Null for other parameters.</param>
internal sealed record OfferedParameter(byte[] Key, bool Required, byte[]? Starts, IReadOnlyList<byte[]>? Choices)
{
    public static OfferedParameter Read(string name, ToolSchema schema, bool required)
    {
        var chain = schema.Chain;
        var values = chain.Select(s => s.Enum).FirstOrDefault(allowed => allowed is { Count: > 0 });
        var starts = (chain.Select(s => s.Types).FirstOrDefault(types => types.Count > 0) ?? []).SelectMany(Start).Distinct().ToArray();
        return new OfferedParameter(
            OfferedTool.Quote(name),
            required,
            starts.Length > 0 ? starts : null,
            values is not null && values.All(v => v.IsString) ? [.. values.Select(v => OfferedTool.Quote(v.AsString))] : null);
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
