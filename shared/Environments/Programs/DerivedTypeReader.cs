using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>Reads the type of a derived value.</summary>
internal static class DerivedTypeReader
{
    public static DerivedType Read(Value json, string tool, string place)
    {
        if (!json.IsObject || !json["type"].IsString || !Words<ColumnType>.TryParse(json["type"].AsString, out var type))
        {
            throw new ProgramException(tool, place, $"Expected an object whose type is one of {string.Join(", ", Words<ColumnType>.All)}.");
        }

        foreach (var (name, value) in json.AsObject)
        {
            var expected = name switch
            {
                "type" => null,
                "semantic" => value.IsString ? null : "a word",
                "enum" => value.IsArray && value.AsArray.Length > 0 ? null : "an array of at least one value",
                "minimum" or "maximum" => value.IsNumber ? null : "a number",
                _ => "no such name; a derived type has type, semantic, enum, minimum and maximum",
            };
            if (expected is not null)
            {
                throw new ProgramException(tool, $"{place}/{name}", $"Expected {expected}.");
            }
        }

        return new DerivedType(
            type,
            json["semantic"].IsNull ? null : json["semantic"].AsString,
            json["enum"].IsNull ? null : json["enum"].AsArray.ToArray(),
            json["minimum"].IsNull ? null : json["minimum"].AsNumber,
            json["maximum"].IsNull ? null : json["maximum"].AsNumber);
    }
}
