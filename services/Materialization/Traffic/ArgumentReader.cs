using System.Globalization;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Traffic;

/// <summary>
/// A recorded request as the arguments of a tool: path variables, query and body under the names that collection gave them,
/// texts as the kinds that the tool's schema asks for. What the schema does not name is left out.
/// </summary>
internal static class ArgumentReader
{
    private const string Whole = "body";

    public static Value Read(SchemaNode parameters, RecordedExchange exchange, IReadOnlyDictionary<string, string> variables)
    {
        var given = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, text) in variables)
        {
            Put(name, "path", node => Typed(node, text));
        }

        foreach (var group in exchange.Query.GroupBy(q => q.Key.EndsWith("[]", StringComparison.Ordinal) ? q.Key[..^2] : q.Key, StringComparer.Ordinal))
        {
            var texts = group.Select(q => q.Value).ToList();
            Put(group.Key, "query", node => node.Kind == NodeKind.Array
                ? Value.From((texts.Count == 1 ? texts[0].Split(',') : [.. texts]).Select(t => Typed(node.Items, t)))
                : Typed(node, texts[^1]));
        }

        if (parameters.Property(Whole) is { Node: var body }
            && !exchange.Body.IsNull
            && !(exchange.Body.IsObject && exchange.Body.AsObject.TryGet(Whole, out _)))
        {
            given[Whole] = Shaped(body, exchange.Body);
        }
        else if (exchange.Body.IsObject)
        {
            foreach (var (name, value) in exchange.Body.AsObject)
            {
                Put(name, "body", node => Shaped(node, value));
            }
        }

        string[] names = [.. parameters.Properties.Select(p => p.Name).Where(given.ContainsKey)];
        return Value.From(new ObjectValue(names, [.. names.Select(n => given[n])]));

        // Of two parameters with one name, collection renames the second by its place.
        void Put(string name, string place, Func<SchemaNode, Value> value)
        {
            var property = given.ContainsKey(name) ? null : parameters.Property(name);
            property ??= parameters.Property($"{name}_{place}");
            if (property is not null)
            {
                given[property.Name] = value(property.Node);
            }
        }
    }

    /// <summary>A form's texts in the kinds that the schema asks for; JSON as it is.</summary>
    private static Value Shaped(SchemaNode node, Value value) => value.IsString && node.Kind is not NodeKind.String ? Typed(node, value.AsString) : value;

    private static Value Typed(SchemaNode node, string text) => node.Kind switch
    {
        NodeKind.Integer or NodeKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        NodeKind.Boolean when text is "true" or "false" or "1" or "0" => text is "true" or "1",
        NodeKind.Array => Value.From(text.Split(',').Select(t => Typed(node.Items, t))),
        _ => text,
    };
}
