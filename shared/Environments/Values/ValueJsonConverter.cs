using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentScaler.Environments.Values;

/// <summary>Lets any record that System.Text.Json reads or writes contain a <see cref="Value"/>.</summary>
public sealed class ValueJsonConverter : JsonConverter<Value>
{
    public override bool HandleNull => true;

    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ValueReader.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options) =>
        ValueWriter.Write(writer, value);
}
