using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AgentScaler.Environments.Values;

/// <summary>
/// Writes values as UTF-8 JSON without white space, either with members in their own order or sorted as RFC 8785 wants.
/// Strings escape only what JSON demands, in the form that RFC 8785 fixes.
/// </summary>
internal static class JsonText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\']);

    public static void Write(IBufferWriter<byte> target, Value value, bool sorted)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                target.Write("null"u8);
                break;
            case ValueKind.Boolean:
                target.Write(value.IsTrue ? "true"u8 : "false"u8);
                break;
            case ValueKind.Number:
                target.Advance(CanonicalNumber.Format(value.AsNumber, target.GetSpan(CanonicalNumber.MaxLength)));
                break;
            case ValueKind.String:
                WriteString(target, value.AsString);
                break;
            case ValueKind.Array:
                WriteArray(target, value.AsArray, sorted);
                break;
            default:
                WriteObject(target, value.AsObject, sorted);
                break;
        }
    }

    public static void WriteObject(IBufferWriter<byte> target, ObjectValue members, bool sorted)
    {
        if (members.KeepsJson && !sorted)
        {
            target.Write(members.Json(WriteOnce));
            return;
        }

        WriteMembers(target, members, sorted);
    }

    private static byte[] WriteOnce(ObjectValue members)
    {
        using var buffer = new PooledBuffer();
        WriteMembers(buffer, members, sorted: false);
        return buffer.Written.ToArray();
    }

    private static void WriteMembers(IBufferWriter<byte> target, ObjectValue members, bool sorted)
    {
        WriteByte(target, (byte)'{');
        var names = members.Names;
        var values = members.Values;
        var order = sorted ? members.CanonicalOrder : default;
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0)
            {
                WriteByte(target, (byte)',');
            }

            var at = sorted ? order[i] : i;
            WriteString(target, names[at]);
            WriteByte(target, (byte)':');
            Write(target, values[at], sorted);
        }

        WriteByte(target, (byte)'}');
    }

    public static void WriteString(IBufferWriter<byte> target, string text)
    {
        var rest = text.AsSpan();
        var at = rest.IndexOfAny(Escaped);
        if (at < 0)
        {
            var span = target.GetSpan((rest.Length * 3) + 2);
            span[0] = (byte)'"';
            Utf8.FromUtf16(rest, span[1..], out _, out var written);
            span[written + 1] = (byte)'"';
            target.Advance(written + 2);
            return;
        }

        WriteByte(target, (byte)'"');
        while (at >= 0)
        {
            Encoding.UTF8.GetBytes(rest[..at], target);
            WriteEscape(target, rest[at]);
            rest = rest[(at + 1)..];
            at = rest.IndexOfAny(Escaped);
        }

        Encoding.UTF8.GetBytes(rest, target);
        WriteByte(target, (byte)'"');
    }

    private static void WriteArray(IBufferWriter<byte> target, ReadOnlySpan<Value> items, bool sorted)
    {
        WriteByte(target, (byte)'[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                WriteByte(target, (byte)',');
            }

            Write(target, items[i], sorted);
        }

        WriteByte(target, (byte)']');
    }

    private static void WriteEscape(IBufferWriter<byte> target, char c)
    {
        var shortForm = c switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => default,
        };
        if (!shortForm.IsEmpty)
        {
            target.Write(shortForm);
            return;
        }

        var span = target.GetSpan(6);
        "\\u00"u8.CopyTo(span);
        span[4] = (byte)(c < 16 ? '0' : '1');
        span[5] = "0123456789abcdef"u8[c & 15];
        target.Advance(6);
    }

    private static void WriteByte(IBufferWriter<byte> target, byte value)
    {
        target.GetSpan(1)[0] = value;
        target.Advance(1);
    }
}
