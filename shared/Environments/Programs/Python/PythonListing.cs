using System.Text;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>Writes constants of Python source, with long ones broken over lines.</summary>
internal static class PythonListing
{
    private const int Width = 110;

    public static string Of(Value value, int indent)
    {
        var flat = PythonText.Literal(value);
        if (indent + flat.Length <= Width || !(value.IsArray || value.IsObject))
        {
            return flat;
        }

        var inner = new string(' ', indent + 4);
        var text = new StringBuilder(value.IsArray ? "[\n" : "{\n");
        if (value.IsArray)
        {
            foreach (var item in value.AsArray)
            {
                text.Append(inner).Append(Of(item, indent + 4)).Append(",\n");
            }
        }
        else
        {
            foreach (var (name, member) in value.AsObject)
            {
                text.Append(inner).Append(PythonText.Quoted(name)).Append(": ").Append(Of(member, indent + 4)).Append(",\n");
            }
        }

        return text.Append(' ', indent).Append(value.IsArray ? ']' : '}').ToString();
    }
}
