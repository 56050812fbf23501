using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Reads one member of objects, without a search if the previous object had the same array of names.</summary>
internal sealed class FieldPlace(string name)
{
    /// <summary>One reference, so that threads that share a program see a shape and its place together.</summary>
    private Known _known = new(ObjectShape.Empty, -1);

    public Value Of(Value target)
    {
        if (!target.IsObject)
        {
            return target.IsNull ? Value.Null : throw ProgramFailure.Operand("a field", "an object", target);
        }

        return Of(target.AsObject);
    }

    public Value Of(ObjectValue members)
    {
        var place = Find(members).Place;
        return place < 0 ? Value.Null : members.Values[place];
    }

    public bool In(ObjectValue members) => Find(members).Place >= 0;

    private Known Find(ObjectValue members)
    {
        var known = _known;
        return ReferenceEquals(known.Shape, members.Shape) ? known : _known = new Known(members.Shape, members.IndexOf(name));
    }

    private sealed record Known(ObjectShape Shape, int Place);
}
