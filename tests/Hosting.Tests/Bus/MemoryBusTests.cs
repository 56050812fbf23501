namespace AgentScaler.Hosting.Tests.Bus;

public sealed class MemoryBusTests : BusContract
{
    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() =>
        Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?> { ["Bus:Transport"] = "memory" });
}
