using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Schemas;

namespace AgentScaler.Collection.Importing;

/// <summary>
/// Builds a tool's arguments object. Parameters come in the order in which they are added. Of two with one name the second is renamed by its place
/// (<c>id_query</c>), and a repeated one counts once.
/// </summary>
internal sealed class ArgumentsBuilder(SchemaCompiler compiler, RepairLog repairs)
{
    private readonly List<Slot> _slots = [];
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    private SchemaParts? _object;

    public bool Has(string name) => _places.ContainsKey(name);

    /// <summary>Adds a parameter. Returns the name of its argument, or null if the same parameter exists already.</summary>
    public string? Add(
        string name, string location, bool required, LoadedDocument document, JsonElement? schema, string? description, JsonElement? fallback = null)
    {
        var argument = name;
        if (_places.TryGetValue(argument, out var place))
        {
            if (place == location)
            {
                repairs.Add("parameter_repeated");
                return null;
            }

            argument = $"{name}_{location}";
            if (_places.ContainsKey(argument))
            {
                repairs.Add("parameter_repeated");
                return null;
            }

            repairs.Add("parameter_renamed");
        }

        _places[argument] = location;
        _slots.Add(new Slot(argument, location, required, document, schema, description, fallback));
        return argument;
    }

    /// <summary>Adds the further demands of an object whose properties were added one by one. They apply to the arguments.</summary>
    public void AddDemands(SchemaParts of) => _object = of;

    public (byte[] Schema, IReadOnlyList<ParameterFact> Facts) Build(int maximumBytes)
    {
        var facts = new List<ParameterFact>(_slots.Count);
        var fragment = compiler.Compile((writer, body) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "object");
            writer.WriteStartObject("properties");
            foreach (var slot in _slots)
            {
                writer.WritePropertyName(slot.Name);
                if (slot.Schema is { } schema)
                {
                    compiler.Write(writer, slot.Document, schema, body, 1, slot.Description);
                }
                else
                {
                    WriteBare(writer, slot);
                }
            }

            writer.WriteEndObject();
            var required = _slots.FindAll(slot => slot.Required);
            if (required.Count > 0)
            {
                writer.WriteStartArray("required");
                required.ForEach(slot => writer.WriteStringValue(slot.Name));
                writer.WriteEndArray();
            }

            if (_object is not null)
            {
                compiler.WriteObjectRest(writer, _object, [.. _slots.Select(slot => slot.Name)], body);
            }

            writer.WriteEndObject();
        });
        var json = SchemaAssembler.Assemble(fragment, maximumBytes, repairs);
        var definitions = JsonBuffer.Element(json).GetProperty("properties");
        Span<byte> digest = stackalloc byte[32];
        foreach (var slot in _slots)
        {
            if (definitions.TryGetProperty(slot.Name, out var definition))
            {
                SHA256.HashData(JsonMarshal.GetRawUtf8Value(definition), digest);
                facts.Add(new ParameterFact(slot.Name, slot.Location, slot.Required, BinaryPrimitives.ReadUInt64LittleEndian(digest)));
            }
        }

        return (json, facts);
    }

    private static void WriteBare(Utf8JsonWriter writer, Slot slot)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "string");
        if (slot.Description is not null && Text.Descriptions.Clean(slot.Description, 240) is { Length: > 0 } clean)
        {
            writer.WriteString("description", clean);
        }

        if (slot.Default is { ValueKind: JsonValueKind.String } value)
        {
            writer.WritePropertyName("default");
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private sealed record Slot(
        string Name, string Location, bool Required, LoadedDocument Document, JsonElement? Schema, string? Description, JsonElement? Default);
}
