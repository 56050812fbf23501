using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>Rules of one kind: an array stands in place of what was inferred, <c>{"add": [...]}</c> beside it.</summary>
/// <param name="Alone">Whether what was inferred gives way to them.</param>
internal sealed record StatedList(IReadOnlyList<(Value Rule, string Place)> Rules, bool Alone)
{
    private const int Most = 50;

    /// <exception cref="OverridesException">The value is no list of rules.</exception>
    public static StatedList? Read(Value value, string place)
    {
        if (value.IsNull)
        {
            return null;
        }

        if (value.IsArray)
        {
            return new StatedList(Items(value, place), true);
        }

        OverrideText.Members(value, place, ["add"]);
        return new StatedList(Items(value["add"], $"{place}/add"), false);
    }

    private static IReadOnlyList<(Value, string)> Items(Value value, string place) =>
        [.. OverrideText.Items(value, place, Most).Select((v, i) => (v, $"{place}/{i}"))];
}
