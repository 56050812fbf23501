using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>
/// Validates the arguments of a call against the tool's parameter schema. docs/states.md lists the enforced keywords. The Python runtime enforces the same
/// keywords with the same messages. The class is safe for many threads.
/// </summary>
public sealed class ArgumentValidator
{
    private static readonly SchemaDemands Anything = new() { Open = true };

    private readonly SchemaDemands _schema;
    private readonly HashSet<string>? _known;

    private ArgumentValidator(SchemaDemands schema)
    {
        _schema = schema;
        var known = new HashSet<string>(StringComparer.Ordinal);
        _known = CollectNames(schema, known) ? null : known;
    }

    /// <summary>Compiles any schema. A schema outside the value model accepts all arguments.</summary>
    public static ArgumentValidator Compile(JsonElement parametersSchema) => new(Demands(ToolSchema.Read(parametersSchema)));

    internal static SchemaDemands Demands(ToolSchema schema) =>
        SchemaKeyword.Value(schema.Source) is null ? Anything : DemandCompiler.Compile(schema);

    /// <summary>
    /// Returns the error of invalid arguments, else null and the arguments with their defaults. An argument that the schema does not name is an error unless
    /// <c>additionalProperties</c> allows it.
    /// </summary>
    public ToolError? Validate(Value arguments, out Value withDefaults)
    {
        withDefaults = arguments;
        if (!arguments.IsObject)
        {
            return new ToolError(ErrorCode.InvalidArguments, "arguments: expected object, got " + SchemaTypeNames.Of(arguments));
        }

        if (_known is not null)
        {
            foreach (var name in arguments.AsObject.Names)
            {
                if (!_known.Contains(name))
                {
                    return new ToolError(ErrorCode.InvalidArguments, "unknown argument: " + name);
                }
            }
        }

        var check = new SchemaCheck();
        if (check.Check(_schema, arguments, out withDefaults))
        {
            return null;
        }

        withDefaults = arguments;
        var path = check.Path();
        return new ToolError(ErrorCode.InvalidArguments, $"{(path.Length == 0 ? "arguments" : path)}: {check.Problem}");
    }

    /// <summary>Collects the names that the schema declares at its top level. Returns true if it allows others.</summary>
    private static bool CollectNames(SchemaDemands root, HashSet<string> names)
    {
        var seen = new HashSet<SchemaDemands>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<SchemaDemands>([root]);
        while (waiting.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            if (node.Open)
            {
                return true;
            }

            names.UnionWith(node.Properties.Select(p => p.Name));
            foreach (var part in node.AllOf.Concat(node.AnyOf).Concat(node.OneOf))
            {
                waiting.Push(part);
            }

            if (node.Reference is not null)
            {
                waiting.Push(node.Reference);
            }
        }

        return false;
    }
}
