using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Finds the parameter or property that identifies a row.</summary>
internal static class Keys
{
    private static readonly string[] Alone = ["id", "uuid", "guid", "key", "slug", "number", "code", "arn", "name", "identifier", "ref", "reference", "sku",
        "username", "email", "handle", "symbol", "path"];

    /// <summary>Marks that each thing carries and no two share.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "barcode", "serial", "serial_number", "serial_no", "registration", "registration_number", "plate", "license_plate", "licence_plate", "number_plate",
        "asset_tag", "call_sign", "callsign", "imei",
    };

    /// <summary>The parameter by which a tool names one row of its resource, or null.</summary>
    public static ToolParameter? Parameter(ToolReading reading)
    {
        if (reading.Acting is { } acting)
        {
            return acting.Token;
        }

        if (reading.Listed is { } listed)
        {
            return listed;
        }

        if (reading.Entry is not null)
        {
            // Two ids name an entry together.
            return null;
        }

        if (reading.KeyVariables.Count > 0)
        {
            return Find(reading, reading.KeyVariables[^1]);
        }

        var fields = reading.Parameters.Where(p => p.Role == ParameterRole.Field
            && !p.InPath
            && p.Node.Kind is NodeKind.String or NodeKind.Integer or NodeKind.Number or NodeKind.Any).ToList();
        var resource = reading.Resource.Split('_');
        foreach (var parameter in fields)
        {
            var words = parameter.Words;
            if (Alone.Take(8).Contains(words[^1]) && words.Count > 1 && Prefixes(resource, words))
            {
                return parameter;
            }
        }

        foreach (var name in Alone.Take(3))
        {
            if (fields.FirstOrDefault(p => p.Words.Count == 1 && p.Words[0] == name) is { } plain)
            {
                return plain;
            }
        }

        var required = fields.Where(p => p.Required).ToList();
        var called = required.FirstOrDefault(p => string.Join('_', p.Words) == reading.Resource
            || (Alone.Contains(p.Words[^1]) && (p.Words.Count == 1 || Prefixes(resource, p.Words))));
        if (called is not null)
        {
            return called;
        }

        return required.Count == 1 && required[0].Words[^1] is "id" or "uuid" or "arn" or "identifier" ? required[0]
            : required.FirstOrDefault(p => p.Words.Count > 1 && p.Words[^1] is "id" or "identifier" && resource.Contains(p.Words[^2]));
    }

    public static ToolParameter? Find(ToolReading reading, string variable) =>
        reading.Parameters.FirstOrDefault(p => p.Container is null && p.Name == variable)
        ?? reading.Parameters.FirstOrDefault(p => Words.Snake(p.Name) == Words.Snake(variable));

    /// <summary>The property of an entity that is the key that a name refers to, or null.</summary>
    public static SchemaProperty? Property(SchemaNode entity, string resource, string? parameter)
    {
        var scalars = entity.Properties.Where(p => p.Node.Scalar || p.Node.Kind == NodeKind.Any).ToList();
        if (parameter is not null)
        {
            var words = Words.OfMember(parameter);
            var exact = scalars.Find(p => p.Name == parameter) ?? scalars.Find(p => Words.Snake(p.Name) == Words.Snake(words));
            if (exact is not null)
            {
                return exact;
            }

            // {order_id} means the order's id, {vaultName} the vault's name.
            if (words.Count > 1 && scalars.FirstOrDefault(p => Words.Snake(p.Name) == words[^1]) is { } last)
            {
                return last;
            }

            if (words.Count == 1
                && words[0] is not "id" and not "name"
                && scalars.FirstOrDefault(p => Words.Snake(p.Name) == "name") is { } name
                && words[0] == resource)
            {
                return name;
            }
        }

        string[] names = ["id", $"{resource}_id", $"{resource.Split('_')[^1]}_id", "uuid", "guid", "_id", $"{resource}_number", $"{resource}_key", "key",
            "slug", $"{resource}_code", $"{resource}_arn", "arn", $"{resource}_name", "code", "number", "name", "sku", "isbn", "vin", "path"];
        foreach (var wanted in names)
        {
            if (scalars.FirstOrDefault(p => Words.Snake(p.Name) == wanted || p.Name == wanted) is { } found && found.Node.Kind is not NodeKind.Boolean)
            {
                return found;
            }
        }

        // What is put on every thing tells it from others; not every row that speaks of the thing.
        return scalars.Find(p => p.Required && p.Node.Kind == NodeKind.String && p.Node.Enum is null && Labels.Contains(Words.Snake(p.Name)));
    }

    /// <summary>Whether rows are known by what a tool finds them by: by an address or a name only where they show no id of their own.</summary>
    public static bool Identifies(string resource, ToolParameter? parameter, IEnumerable<SchemaNode> entities) =>
        parameter is not { InPath: false, Words: [.., "email" or "address" or "phone" or "username" or "name"] }
        || !entities.Any(e => e.Properties.Any(p => Words.Snake(p.Name) == $"{resource}_id") && e.Properties.Any(p => Words.Snake(p.Name) == Words.Snake(parameter.Words)));

    private static bool Prefixes(string[] resource, IReadOnlyList<string> words)
    {
        var head = string.Join('_', words.Take(words.Count - 1));
        return head == string.Join('_', resource) || head == resource[^1];
    }
}
