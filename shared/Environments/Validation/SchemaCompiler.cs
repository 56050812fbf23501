using System.Globalization;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>
/// Compiles any JSON Schema, even a broken one. A senseless keyword demands nothing, and neither does a reference that leads nowhere or only to itself.
/// References are followed one after the other, never recursively, and each target is compiled once, so that cyclic schemas end.
/// </summary>
internal sealed partial class SchemaCompiler
{
    private readonly Value _root;
    private readonly Dictionary<string, SchemaNode> _targets = new(StringComparer.Ordinal);
    private readonly Queue<(SchemaNode Node, string Pointer)> _open = new();

    private SchemaCompiler(Value root) => _root = root;

    public static SchemaNode Compile(Value schema)
    {
        var compiler = new SchemaCompiler(schema);
        var root = compiler._targets["#"] = new SchemaNode();
        compiler.Fill(root, schema);
        while (compiler._open.TryDequeue(out var next))
        {
            next.Node.Reference = compiler.Target(next.Pointer);
        }

        DropEmptyCircles(compiler._targets.Values);
        return root;
    }

    private SchemaNode Child(Value schema)
    {
        var node = new SchemaNode();
        Fill(node, schema);
        return node;
    }

    private void Fill(SchemaNode node, Value schema)
    {
        if (!schema.IsObject)
        {
            node.Never = schema == Value.False;
            return;
        }

        if (schema["$ref"].IsString)
        {
            _open.Enqueue((node, schema["$ref"].AsString));
        }

        FillTypes(node, schema);
        FillScalars(node, schema);
        FillArrays(node, schema);
        FillObjects(node, schema);
        node.AllOf = Schemas(schema["allOf"]);
        node.AnyOf = Schemas(schema["anyOf"]);
        node.OneOf = Schemas(schema["oneOf"]);
    }

    private static void FillTypes(SchemaNode node, Value schema)
    {
        var type = schema["type"];
        var names = type.IsString ? [type] : type.IsArray ? type.AsArray.ToArray() : [];
        foreach (var name in names)
        {
            var parsed = name.IsString ? SchemaTypeNames.Parse(name.AsString) : Kinds.None;
            if (parsed == Kinds.None)
            {
                // One invalid type makes the whole list unreliable.
                node.Types = Kinds.None;
                break;
            }

            node.Types |= parsed;
        }

        var nullable = schema["nullable"].IsTrue;
        if (nullable && node.Types != Kinds.None)
        {
            node.Types |= Kinds.Null;
        }

        if (schema["enum"].IsArray && schema["enum"].AsArray.Length > 0)
        {
            var values = schema["enum"].AsArray.ToArray();
            node.Enum = nullable && !Array.Exists(values, v => v.IsNull) ? [.. values, Value.Null] : values;
        }

        if (schema.AsObject.TryGet("const", out var constant))
        {
            node.Const = constant;
        }
    }

    private static void FillScalars(SchemaNode node, Value schema)
    {
        node.Minimum = Number(schema["minimum"]);
        node.Maximum = Number(schema["maximum"]);
        node.ExclusiveMinimum = Number(schema["exclusiveMinimum"]);
        node.ExclusiveMaximum = Number(schema["exclusiveMaximum"]);
        if (schema["exclusiveMinimum"].IsTrue)
        {
            (node.Minimum, node.ExclusiveMinimum) = (null, node.Minimum);
        }

        if (schema["exclusiveMaximum"].IsTrue)
        {
            (node.Maximum, node.ExclusiveMaximum) = (null, node.Maximum);
        }

        node.MinLength = Size(schema["minLength"], 0);
        node.MaxLength = Size(schema["maxLength"], int.MaxValue);
        node.Format = schema["format"] is { IsString: true } format && StringFormats.Knows(format.AsString) ? format.AsString : null;
        if (schema["pattern"].IsString)
        {
            node.PatternText = schema["pattern"].AsString;
            node.Pattern = LinearPattern.TryParse(node.PatternText);
        }
    }

    private void FillArrays(SchemaNode node, Value schema)
    {
        var items = schema["items"];
        node.PrefixItems = Schemas(items.IsArray ? items : schema["prefixItems"]);
        node.Items = items.IsObject || items.IsBoolean ? Child(items) : null;
        node.MinItems = Size(schema["minItems"], 0);
        node.MaxItems = Size(schema["maxItems"], int.MaxValue);
        node.UniqueItems = schema["uniqueItems"].IsTrue;
    }

    private void FillObjects(SchemaNode node, Value schema)
    {
        if (schema["required"].IsArray)
        {
            node.Required = [.. schema["required"].AsArray.ToArray().Where(r => r.IsString).Select(r => r.AsString).Distinct(StringComparer.Ordinal)];
        }

        if (schema["properties"].IsObject)
        {
            node.Properties = [.. schema["properties"].AsObject.Select(p => new SchemaProperty(
                p.Key,
                Child(p.Value),
                p.Value.IsObject && p.Value.AsObject.TryGet("default", out var value) ? value : default(Value?)))];
            node.PropertyNodes = node.Properties.ToDictionary(p => p.Name, p => p.Schema, StringComparer.Ordinal);
        }

        if (schema["patternProperties"].IsObject)
        {
            node.PatternProperties = [.. schema["patternProperties"].AsObject.Select(p => (LinearPattern.TryParse(p.Key), Child(p.Value)))];
        }

        if (schema["dependentRequired"].IsObject)
        {
            node.DependentRequired = [.. schema["dependentRequired"].AsObject.Where(p => p.Value.IsArray).Select(p => (
                p.Key,
                p.Value.AsArray.ToArray().Where(n => n.IsString).Select(n => n.AsString).Distinct(StringComparer.Ordinal).ToArray()))];
        }

        var additional = schema["additionalProperties"];
        node.AdditionalProperties = additional.IsObject || additional == Value.False ? Child(additional) : null;
        node.Open = additional.IsObject || additional.IsTrue || node.PatternProperties.Length > 0;
    }

    private SchemaNode[] Schemas(Value list) =>
        list.IsArray ? Array.ConvertAll(list.AsArray.ToArray(), s => Child(s)) : [];

    private static double? Number(Value value) => value.IsNumber ? value.AsNumber : null;

    private static int Size(Value value, int otherwise) =>
        value.IsInteger && value.AsNumber is >= 0 and <= int.MaxValue ? (int)value.AsNumber : otherwise;

    private SchemaNode? Target(string pointer)
    {
        pointer = Escape().Replace(pointer, m => ((char)int.Parse(m.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        if (_targets.TryGetValue(pointer, out var known))
        {
            return known;
        }

        if (!pointer.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        var at = _root;
        foreach (var segment in pointer[2..].Split('/'))
        {
            var name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at.IsObject && at.AsObject.TryGet(name, out var member))
            {
                at = member;
            }
            else if (at.IsArray && Index().IsMatch(name) && int.Parse(name, CultureInfo.InvariantCulture) < at.AsArray.Length)
            {
                at = at.AsArray[int.Parse(name, CultureInfo.InvariantCulture)];
            }
            else
            {
                return null;
            }
        }

        var target = _targets[pointer] = new SchemaNode();
        Fill(target, at);
        return target;
    }

    /// <summary>Cuts references that lead back to themselves through references alone.</summary>
    private static void DropEmptyCircles(IEnumerable<SchemaNode> targets)
    {
        foreach (var start in targets)
        {
            var seen = new HashSet<SchemaNode>(ReferenceEqualityComparer.Instance);
            for (var node = start; node is not null; node = node.Reference)
            {
                if (!seen.Add(node))
                {
                    node.Reference = null;
                }
            }
        }
    }

    [GeneratedRegex("%[0-7][0-9A-Fa-f]", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex("^[0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
