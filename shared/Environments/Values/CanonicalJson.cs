using System.Buffers;
using System.Text;

namespace AgentScaler.Environments.Values;

/// <summary>The JSON Canonicalization Scheme of RFC 8785.</summary>
public static class CanonicalJson
{
    public static string ToText(Value value)
    {
        using var buffer = PooledBuffer.Rent();
        JsonText.Write(buffer, value, sorted: true);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes the canonical form as UTF-8.</summary>
    public static void Write(IBufferWriter<byte> target, Value value)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var buffer = PooledBuffer.Rent();
        JsonText.Write(buffer, value, sorted: true);
        target.Write(buffer.Written);
    }

    /// <summary>Writes a finite double as ECMAScript prints it (RFC 8785, section 3.2.2.3).</summary>
    public static string Number(double number) => CanonicalNumber.Text(number);

    /// <summary>Writes the canonical form of <c>[table,row]</c>, from which the hash of a state is made.</summary>
    internal static void WriteRow(PooledBuffer target, string table, ObjectValue row)
    {
        target.Write("["u8);
        JsonText.WriteString(target, table);
        target.Write(","u8);
        JsonText.WriteObject(target, row, sorted: true);
        target.Write("]"u8);
    }
}
