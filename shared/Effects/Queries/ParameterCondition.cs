using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A condition that compares a column with an argument. An argument that is left out asks for nothing.</summary>
public abstract record ParameterCondition(ColumnPath Path, ToolParameter Parameter) : RowCondition
{
    public sealed override bool Holds(Situation situation, ObjectValue row)
    {
        var given = situation.Given(Parameter);
        return given.IsNull || Matches(Path.Of(situation, row), given);
    }

    protected abstract bool Matches(Value stored, Value given);
}
