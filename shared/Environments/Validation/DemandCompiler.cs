using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>
/// Compiles any JSON Schema, even a broken one. A senseless keyword demands nothing, and neither does a reference that leads nowhere or only to itself.
/// References are followed one after the other, never recursively, and each target is compiled once, so that cyclic schemas end.
/// </summary>
internal sealed class DemandCompiler
{
    private readonly Dictionary<ToolSchema, SchemaDemands> _targets = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<(SchemaDemands Demands, ToolSchema Target)> _open = new();

    private DemandCompiler()
    {
    }

    public static SchemaDemands Compile(ToolSchema schema)
    {
        var compiler = new DemandCompiler();
        var root = compiler.Target(schema);
        while (compiler._open.TryDequeue(out var next))
        {
            next.Demands.Reference = compiler.Target(next.Target);
        }

        DropEmptyCircles(compiler._targets.Values);
        return root;
    }

    private SchemaDemands Target(ToolSchema schema)
    {
        if (!_targets.TryGetValue(schema, out var demands))
        {
            _targets[schema] = demands = new SchemaDemands();
            Fill(demands, schema);
        }

        return demands;
    }

    private SchemaDemands Child(ToolSchema schema)
    {
        var demands = new SchemaDemands();
        Fill(demands, schema);
        return demands;
    }

    private void Fill(SchemaDemands demands, ToolSchema schema)
    {
        demands.Never = schema.IsNever;
        if (!schema.IsObject)
        {
            return;
        }

        if (schema.Reference is { } target)
        {
            _open.Enqueue((demands, target));
        }

        FillTypes(demands, schema);
        FillScalars(demands, schema);
        FillArrays(demands, schema);
        FillObjects(demands, schema);
        demands.AllOf = Children(schema.AllOf);
        demands.AnyOf = Children(schema.AnyOf);
        demands.OneOf = Children(schema.OneOf);
    }

    private static void FillTypes(SchemaDemands demands, ToolSchema schema)
    {
        foreach (var parsed in schema.Types.Select(SchemaTypeNames.Parse))
        {
            if (parsed == Kinds.None)
            {
                // One invalid type makes the whole list unreliable.
                demands.Types = Kinds.None;
                break;
            }

            demands.Types |= parsed;
        }

        if (schema.IsNullable && demands.Types != Kinds.None)
        {
            demands.Types |= Kinds.Null;
        }

        if (schema.Enum is { Count: > 0 } values)
        {
            demands.Enum = schema.IsNullable && !values.Any(v => v.IsNull) ? [.. values, Value.Null] : [.. values];
        }

        demands.Const = schema.Const;
    }

    private static void FillScalars(SchemaDemands demands, ToolSchema schema)
    {
        demands.Minimum = schema.Minimum;
        demands.Maximum = schema.Maximum;
        demands.ExclusiveMinimum = schema.ExclusiveMinimum;
        demands.ExclusiveMaximum = schema.ExclusiveMaximum;
        demands.MinLength = schema.MinLength ?? 0;
        demands.MaxLength = schema.MaxLength ?? int.MaxValue;
        demands.Format = schema.Format is { } format && StringFormats.Knows(format) ? format : null;
        demands.PatternText = schema.Pattern;
        demands.Pattern = schema.Pattern is { } pattern ? LinearPattern.TryParse(pattern) : null;
    }

    private void FillArrays(SchemaDemands demands, ToolSchema schema)
    {
        demands.PrefixItems = Children(schema.PrefixItems);
        demands.Items = schema.Items is { } items ? Child(items) : null;
        demands.MinItems = schema.MinItems ?? 0;
        demands.MaxItems = schema.MaxItems ?? int.MaxValue;
        demands.UniqueItems = schema.UniqueItems;
    }

    private void FillObjects(SchemaDemands demands, ToolSchema schema)
    {
        demands.Required = [.. schema.Required];
        demands.Properties = [.. schema.Properties.Select(p => new DeclaredMember(p.Name, Child(p.Schema), p.Schema.Default))];
        demands.PropertyNodes = demands.Properties.ToDictionary(p => p.Name, p => p.Schema, StringComparer.Ordinal);
        demands.PatternProperties = [.. schema.PatternProperties.Select(p => (LinearPattern.TryParse(p.Key), Child(p.Value)))];
        demands.DependentRequired = [.. schema.DependentRequired.Select(p => (p.Key, p.Value.ToArray()))];
        demands.AdditionalProperties = schema.Additional is { } additional && (additional.IsObject || additional.IsNever) ? Child(additional) : null;
        demands.Open = schema.Additional is { IsNever: false } || demands.PatternProperties.Length > 0;
    }

    private SchemaDemands[] Children(IReadOnlyList<ToolSchema> schemas) => [.. schemas.Select(Child)];

    /// <summary>Cuts references that lead back to themselves through references alone.</summary>
    private static void DropEmptyCircles(IEnumerable<SchemaDemands> targets)
    {
        foreach (var start in targets)
        {
            var seen = new HashSet<SchemaDemands>(ReferenceEqualityComparer.Instance);
            for (var demands = start; demands is not null; demands = demands.Reference)
            {
                if (!seen.Add(demands))
                {
                    demands.Reference = null;
                }
            }
        }
    }
}
