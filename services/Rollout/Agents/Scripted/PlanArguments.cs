using AgentScaler.Environments;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Rollout.Agents.Scripted;

/// <summary>Finds the arguments of planned calls in the values that the scripted agent was told and has seen.</summary>
internal sealed class PlanArguments(EnvironmentDefinition environment, PlanResolver resolver)
{
    /// <summary>Finds the arguments of a call, and their computations in words. Returns false if a value is unknown.</summary>
    public bool TryArguments(PlannedCall planned, out Value arguments, out string computation)
    {
        var leaves = new List<(string, Value)>(planned.Arguments.Count);
        computation = "";
        foreach (var argument in planned.Arguments)
        {
            if (!TryFind(planned.Tool, argument, out var value))
            {
                arguments = default;
                return false;
            }

            if (argument.From["compute"] is { IsString: true } operation && operation.AsString is not ("count" or "text"))
            {
                computation = Spell(operation.AsString, argument.From["of"].AsArray, value);
            }

            leaves.Add((argument.Pointer, value));
        }

        arguments = ArgumentTree.Build(leaves);
        return true;
    }

    private string Spell(string operation, ReadOnlySpan<Value> operands, Value result)
    {
        var sign = operation switch { "add" => " + ", "subtract" => " - ", _ => " * " };
        var parts = new List<string>();
        foreach (var operand in operands)
        {
            resolver.TryResolve(operand, null, out var value);
            parts.Add(value.ToJson());
        }

        return $"{string.Join(sign, parts)} = {result.ToJson()}.";
    }

    /// <summary>Finds the value of one argument. Returns false if it is unknown.</summary>
    public bool TryFind(string tool, PlannedArgument argument, out Value value)
    {
        ToolSchema? schema = null;
        if (argument.From["schema"].IsString)
        {
            schema = ParameterSchema.At(environment.Tools.First(t => t.Name == tool).ParameterSchema, argument.Pointer);
        }

        return resolver.TryResolve(argument.From, schema, out value);
    }
}
