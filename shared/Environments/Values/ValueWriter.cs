using System.Text;
using System.Text.Json;

namespace AgentScaler.Environments.Values;

/// <summary>Writes a value as compact JSON, members in their own order.</summary>
internal static class ValueWriter
{
    public static string ToJson(Value value)
    {
        using var buffer = PooledBuffer.Rent();
        JsonText.Write(buffer, value, sorted: false);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    public static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.IsTrue);
                break;
            case ValueKind.Number:
                Span<byte> number = stackalloc byte[CanonicalNumber.MaxLength];
                writer.WriteRawValue(number[..CanonicalNumber.Format(value.AsNumber, number)], skipInputValidation: true);
                break;
            case ValueKind.String:
                writer.WriteStringValue(value.AsString);
                break;
            case ValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.AsArray)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                var members = value.AsObject;
                for (var i = 0; i < members.Count; i++)
                {
                    writer.WritePropertyName(members.Names[i]);
                    Write(writer, members.Values[i]);
                }

                writer.WriteEndObject();
                break;
        }
    }
}
