using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>Checks a result against the tool's return schema. Members beyond the schema are allowed.</summary>
public sealed class ResultConformance
{
    private readonly SchemaDemands _schema;

    private ResultConformance(SchemaDemands schema) => _schema = schema;

    public static ResultConformance Compile(JsonElement returns) => new(ArgumentValidator.Demands(ToolSchema.Read(returns)));

    /// <summary>Whether the result conforms, and if not, why.</summary>
    public bool Conforms(Value result, out string? why)
    {
        var check = new SchemaCheck();
        if (check.Check(_schema, result, out _))
        {
            why = null;
            return true;
        }

        var path = check.Path();
        why = $"{(path.Length == 0 ? "result" : path)}: {check.Problem}";
        return false;
    }
}
