using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Policies;

/// <summary>Values as the sentences of a policy say them.</summary>
internal static class Spoken
{
    public static string One(Value value) => value.IsString ? $"\"{value.AsString}\"" : value.ToJson();

    public static string Either(IReadOnlyList<Value> values) =>
        values.Count == 1 ? One(values[0]) : $"{string.Join(", ", values.Take(values.Count - 1).Select(One))} or {One(values[^1])}";
}
