using AgentScaler.Environments.Values;

namespace AgentScaler.Judging;

/// <summary>The key by which two calls are equal: name and arguments with their defaults.</summary>
internal static class CallKey
{
    public static string Of(string name, Value filled) => $"{name}\n{filled.ToCanonicalJson()}";

    /// <summary>The keys of the calls that succeeded, in order.</summary>
    public static List<string> OfSuccessful(IReadOnlyList<ReplayedCall> calls) =>
        [.. calls.Where(c => c.Result is { Ok: true }).Select(c => Of(c.Name, c.Filled!.Value))];
}
