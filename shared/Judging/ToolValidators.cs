using System.Runtime.CompilerServices;
using AgentScaler.Environments;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Judging;

/// <summary>The compiled parameter schemas of one environment's tools.</summary>
internal sealed class ToolValidators
{
    private static readonly ConditionalWeakTable<EnvironmentDefinition, ToolValidators> Known = [];

    private readonly Dictionary<string, ArgumentValidator> _validators;

    private ToolValidators(EnvironmentDefinition environment)
    {
        _validators = environment.Tools.ToDictionary(t => t.Name, t => ArgumentValidator.Compile(t.Parameters), StringComparer.Ordinal);
        Names = _validators.Keys.ToHashSet(StringComparer.Ordinal);
    }

    public static ToolValidators Of(EnvironmentDefinition environment) => Known.GetValue(environment, e => new ToolValidators(e));

    /// <summary>Names of the tools.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Adds the defaults of missing arguments.</summary>
    public Value Filled(string tool, Value arguments)
    {
        if (!_validators.TryGetValue(tool, out var validator))
        {
            return arguments;
        }

        validator.Validate(arguments, out var filled);
        return filled;
    }
}
