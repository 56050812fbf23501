using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>Makes arguments that a tool's own schema forbids: a required one missing, a wrong type, a value outside an enumeration.</summary>
internal static class InvalidArguments
{
    private const int Most = 8;

    public static IEnumerable<Value> Of(ToolSubject subject, Value valid)
    {
        var root = SchemaDocument.Read(subject.Tool.Parameters);
        var made = new List<Value> { Value.From("no object"), Value.EmptyArray };
        foreach (var property in root.Properties)
        {
            if (property.Required)
            {
                made.Add(Value.From(valid.AsObject.Without(property.Name)));
            }

            var wrong = property.Node.Kind switch
            {
                NodeKind.String or NodeKind.Array => Value.From(17),
                NodeKind.Integer or NodeKind.Number or NodeKind.Boolean or NodeKind.Object => Value.From("wrong type"),
                _ => Value.Null,
            };
            if (!wrong.IsNull)
            {
                made.Add(Value.From(valid.AsObject.With(property.Name, wrong)));
            }

            if (property.Node.Enum is not null)
            {
                made.Add(Value.From(valid.AsObject.With(property.Name, "no such value")));
            }
        }

        // Only what the validator refuses is invalid; lenient schemas forbid little.
        return made.Where(m => subject.Forge.Validator.Validate(m, out _) is not null).Take(Most);
    }
}
