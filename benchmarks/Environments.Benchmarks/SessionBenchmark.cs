using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Opening sessions, and hash, diff and comparison of states after few and many changes.</summary>
internal static class SessionBenchmark
{
    public static void Run()
    {
        Report("open a session", 200_000, () => Shops.Large.Open());
        foreach (var changes in new[] { 1, 10, 100 })
        {
            var session = Changed(changes);
            var other = Changed(changes);
            Report($"hash after {changes} changed rows", 20_000 / changes, () => _ = session.Hash);
            Report($"diff after {changes} changed rows", 20_000 / changes, () => session.Diff());
            Report($"compare two states, {changes} changed", 20_000 / changes, () => _ = session.Hash == other.Hash);
        }

        var state = Changed(10).State();
        Report("hash of the whole state, 3,600 rows", 20,
            () => _ = StateHash.Of(DatabaseState.From(state.Tables.Select(t => KeyValuePair.Create(t, state.Rows(t))))));
    }

    private static EnvironmentSession Changed(int rows)
    {
        var session = Shops.Large.Open();
        for (var i = 1; i <= rows; i++)
        {
            session.Call("update_customer", Value.Object(("customer_id", $"cus_{i:0000}"), ("city", "Porto")));
        }

        return session;
    }

    private static void Report(string name, int times, Action action) =>
        Console.WriteLine($"{name,-38} {Work.Microseconds(times, action),10:N2} microseconds");
}
