using System.Text.RegularExpressions;

namespace AgentScaler.Architecture.Tests;

public sealed partial class ReferenceRules
{
    private static readonly string[] PureLibraries =
        ["Contracts", "Language", "Tools", "Environments", "Effects", "Proofs", "Trajectories", "Judging", "Exports"];

    private static readonly string[] Infrastructure =
        ["MassTransit", "MongoDB.", "Microsoft.Data.Sqlite", "AgentScaler.Storage", "AgentScaler.Hosting", "AgentScaler.Contracts"];

    [Fact]
    public void The_house_has_its_services_and_shared_libraries()
    {
        string[] expected =
        [
            "Clustering", "Collection", "Contracts", "Effects", "Environments", "Exports", "Filtering", "Gateway", "Hosting", "Judging", "Language",
                "LanguageModels",
            "Materialization", "Pipeline", "Proofs", "Rollout", "Serving", "Standalone", "Storage", "Tasks", "Tools", "Training", "Trajectories",
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

    [Fact]
    public void Proofs_see_effects_and_environments_and_no_code_that_writes_programs()
    {
        var proofs = Repository.References.Single(p => p.Key.StartsWith("shared/Proofs/", StringComparison.Ordinal)).Value.Select(r => r.Split('/')[1]);
        Assert.Equal(["Effects", "Environments", "Language", "Tools"], proofs.Order(StringComparer.Ordinal));
        var effects = Repository.References.Single(p => p.Key.StartsWith("shared/Effects/", StringComparison.Ordinal)).Value.Select(r => r.Split('/')[1]);
        Assert.Equal(["Environments", "Language", "Tools"], effects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("shared/Effects/")]
    [InlineData("shared/Proofs/")]
    public void What_laws_are_made_of_builds_no_program(string folder)
    {
        foreach (var file in Repository.SourceFiles().Where(f => Repository.Relative(f).StartsWith(folder, StringComparison.Ordinal)))
        {
            var built = ProgramBuilding().Match(File.ReadAllText(file));
            Assert.False(built.Success, $"{Repository.Relative(file)} builds a program: {built.Value}");
        }
    }

    /// <summary>Making a statement, an expression or a program; to name their types in a signature is no building.</summary>
    [GeneratedRegex(
        @"\bnew (Let|Guard|Insert|Update|Delete|ForEach|If|Return|Literal|Argument|Variable|Field|Operation|Conditional|Get|Select|Aggregate|MapItems|Derive|ObjectLiteral|ArrayLiteral|ToolProgram)\(")]
    private static partial Regex ProgramBuilding();

    private static bool IsPure(string file)
    {
        var parts = Repository.Relative(file).Split('/');
        return parts[0] == "shared" && PureLibraries.Contains(parts[1]);
    }
}
