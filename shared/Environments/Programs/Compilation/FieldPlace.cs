using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Reads one member of objects; where the last object met had the same array of names, without a search.</summary>
internal sealed class FieldPlace(string name)
{
    /// <summary>One reference, so that threads that share a program see a shape and its place together.</summary>
    private Known _known = new([], -1);

    public Value Of(Value target)
    {
        if (!target.IsObject)
        {
            return target.IsNull ? Value.Null : throw ProgramFailure.Operand("a field", "an object", target);
        }

        var members = target.AsObject;
        var known = _known;
        if (!ReferenceEquals(known.Shape, members.Shape))
        {
            _known = known = new Known(members.Shape, members.IndexOf(name));
        }

        return known.Place < 0 ? Value.Null : members.Values[known.Place];
    }

    private sealed record Known(string[] Shape, int Place);
}
