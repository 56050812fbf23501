using System.Buffers;
using System.Text.Unicode;

namespace AgentScaler.Environments.Values;

/// <summary>
/// Writes values as UTF-8 JSON without white space, with members either in their own order or sorted by RFC 8785. Strings escape only the characters that
/// JSON demands, in the form of RFC 8785.
/// </summary>
internal static class JsonText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\']);

    public static void Write(PooledBuffer target, Value value, bool sorted)
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

    public static void WriteObject(PooledBuffer target, ObjectValue members, bool sorted)
    {
        if (sorted || !members.KeepsJson)
        {
            WriteMembers(target, members, sorted);
        }
        else if (members.Json is { } json)
        {
            target.Write(json);
        }
        else
        {
            var start = target.Count;
            WriteMembers(target, members, sorted);
            members.Written(target.Written[start..]);
        }
    }

    public static void WriteString(PooledBuffer target, string text)
    {
        var rest = text.AsSpan();
        target.Write((byte)'"');
        for (var at = rest.IndexOfAny(Escaped); at >= 0; at = rest.IndexOfAny(Escaped))
        {
            WritePlain(target, rest[..at]);
            WriteEscape(target, rest[at]);
            rest = rest[(at + 1)..];
        }

        WritePlain(target, rest);
        target.Write((byte)'"');
    }

    private static void WriteMembers(PooledBuffer target, ObjectValue members, bool sorted)
    {
        var values = members.Values;
        if (values.Length == 0)
        {
            target.Write("{}"u8);
            return;
        }

        var labels = members.Shape.Labels;
        var order = sorted ? members.Shape.CanonicalOrder : default;
        for (var i = 0; i < values.Length; i++)
        {
            var at = sorted ? order[i] : i;
            if (i > 0)
            {
                target.Write(labels[at]);
            }
            else
            {
                target.Write((byte)'{');
                target.Write(labels[at].AsSpan(1));
            }

            Write(target, values[at], sorted);
        }

        target.Write((byte)'}');
    }

    private static void WriteArray(PooledBuffer target, ReadOnlySpan<Value> items, bool sorted)
    {
        target.Write((byte)'[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                target.Write((byte)',');
            }

            Write(target, items[i], sorted);
        }

        target.Write((byte)']');
    }

    private static void WritePlain(PooledBuffer target, ReadOnlySpan<char> text)
    {
        Utf8.FromUtf16(text, target.GetSpan(text.Length * 3), out _, out var written);
        target.Advance(written);
    }

    private static void WriteEscape(PooledBuffer target, char c)
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

        target.Write("\\u00"u8);
        target.Write((byte)(c < 16 ? '0' : '1'));
        target.Write("0123456789abcdef"u8[c & 15]);
    }
}
