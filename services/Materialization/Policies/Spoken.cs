using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Policies;

/// <summary>Values as the sentences of a policy say them.</summary>
internal static class Spoken
{
    public static string One(Value value) => value.IsString ? $"\"{value.AsString}\"" : value.ToJson();

    /// <summary>A number of things: "1 day", "3 days".</summary>
    public static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number.ToString(CultureInfo.InvariantCulture)} {thing}s";

    public static string Either(IReadOnlyList<Value> values) =>
        values.Count == 1 ? One(values[0]) : $"{string.Join(", ", values.Take(values.Count - 1).Select(One))} or {One(values[^1])}";
}
