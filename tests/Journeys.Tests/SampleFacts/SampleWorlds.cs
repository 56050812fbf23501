using AgentScaler.Environments.Sessions;

namespace AgentScaler.Journeys.Tests.SampleFacts;

/// <summary>The environments that the pipeline builds from the sample documents with the default seed. They are built once for all facts.</summary>
[CollectionDefinition(Name)]
public sealed class SampleWorlds : IAsyncLifetime, ICollectionFixture<SampleWorlds>
{
    public const string Name = "sample worlds";

    /// <summary>Proofs change no environment, and the facts do not need them.</summary>
    private const string WithoutProofs = """{ "materialize": { "differential_calls": 0, "mutants_per_tool": 0 } }""";

    private readonly Journey _journey = new();
    private IReadOnlyList<CompiledEnvironment> _environments = [];

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_journey.Configuration, WithoutProofs);
        var outcome = await _journey.CommandAsync(["run", "--config", _journey.Configuration, "--until", "materialize"], TestContext.Current.CancellationToken);
        Assert.True(outcome.Exit == 0, outcome.Error);
        _environments = [.. Directory.EnumerateDirectories(Path.Combine(_journey.Workspace, "environments")).Order(StringComparer.Ordinal)
            .Select(folder => _journey.Environment(Path.GetFileName(folder)))];
    }

    /// <summary>Opens fresh sessions on every environment.</summary>
    public SampleWorld Open() => new([.. _environments.Select(environment => environment.Open())]);

    public ValueTask DisposeAsync()
    {
        _journey.Dispose();
        return ValueTask.CompletedTask;
    }
}
