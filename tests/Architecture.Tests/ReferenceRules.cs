namespace AgentScaler.Architecture.Tests;

public sealed class ReferenceRules
{
    private static readonly string[] PureLibraries = ["Contracts", "Language", "Tools", "Environments", "Trajectories", "Judging", "Exports"];

    private static readonly string[] Infrastructure =
        ["MassTransit", "MongoDB.", "Microsoft.Data.Sqlite", "AgentScaler.Storage", "AgentScaler.Hosting", "AgentScaler.Contracts"];

    [Fact]
    public void The_house_has_its_services_and_shared_libraries()
    {
        string[] expected =
        [
            "Clustering", "Collection", "Contracts", "Environments", "Exports", "Filtering", "Gateway", "Hosting", "Judging", "Language", "LanguageModels",
            "Materialization", "Pipeline", "Rollout", "Serving", "Standalone", "Storage", "Tasks", "Tools", "Training", "Trajectories",
        ];
        var found = Repository.References.Keys.Select(path => path.Split('/')[1]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_service_references_shared_libraries_only_and_Standalone_alone_references_services()
    {
        foreach (var (project, references) in Repository.References.Where(p => p.Key.StartsWith("services/", StringComparison.Ordinal)))
        {
            var toServices = references.Where(r => r.StartsWith("services/", StringComparison.Ordinal)).ToList();
            if (project.StartsWith("services/Standalone/", StringComparison.Ordinal))
            {
                Assert.Equal(8, toServices.Count);
            }
            else
            {
                Assert.True(toServices.Count == 0, $"{project} references {string.Join(", ", toServices)}");
            }
        }
    }

    [Fact]
    public void A_shared_library_never_references_a_service()
    {
        foreach (var (project, references) in Repository.References.Where(p => p.Key.StartsWith("shared/", StringComparison.Ordinal)))
        {
            Assert.True(
                references.All(r => r.StartsWith("shared/", StringComparison.Ordinal)),
                $"{project} references {string.Join(", ", references)}");
        }
    }

    [Fact]
    public void Contracts_reference_nothing_of_ours()
    {
        var contracts = Repository.References.Single(p => p.Key.StartsWith("shared/Contracts/", StringComparison.Ordinal));
        Assert.Empty(contracts.Value);
    }

    [Fact]
    public void The_pure_libraries_know_neither_bus_nor_store()
    {
        foreach (var file in Repository.SourceFiles().Where(IsPure))
        {
            var usings = File.ReadLines(file).Where(line => line.StartsWith("using ", StringComparison.Ordinal)).ToList();
            Assert.True(
                !usings.Any(line => Infrastructure.Any(name => line.Contains(name, StringComparison.Ordinal))),
                $"{Repository.Relative(file)} uses infrastructure: {string.Join(" ", usings)}");
        }
    }

    private static bool IsPure(string file)
    {
        var parts = Repository.Relative(file).Split('/');
        return parts[0] == "shared" && PureLibraries.Contains(parts[1]);
    }
}
