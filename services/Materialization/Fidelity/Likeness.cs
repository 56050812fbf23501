using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Fidelity;

/// <summary>Compares an actual result with a documented or recorded one.</summary>
internal static class Likeness
{
    /// <summary>The least share of members that a result of the documented form has.</summary>
    public const double Form = 0.75;

    private const int MaxDepth = 5;

    /// <summary>The share of the known members that the actual value has, with the same kind; an array is judged by its first item.</summary>
    public static double OfForm(Value known, Value actual, int depth = 0)
    {
        if (known.IsArray && actual.IsArray)
        {
            return known.AsArray.Length == 0 || actual.AsArray.Length == 0 ? 1 : OfForm(known.AsArray[0], actual.AsArray[0], depth + 1);
        }

        if (!known.IsObject || !actual.IsObject)
        {
            return known.Kind == actual.Kind || known.IsNull || actual.IsNull ? 1 : 0;
        }

        var members = known.AsObject;
        return members.Count == 0 || depth >= MaxDepth
            ? 1
            : members.Average(m => actual.AsObject.TryGet(m.Key, out var own) ? OfForm(m.Value, own, depth + 1) : 0);
    }
}
