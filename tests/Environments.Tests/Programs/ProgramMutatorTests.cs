using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Programs;

public sealed class ProgramMutatorTests
{
    [Fact]
    public void Every_mutant_type_checks_and_differs_in_one_place()
    {
        foreach (var (tool, program) in Shop.Definition.Tools.Zip(Shop.Definition.Programs))
        {
            var mutants = ProgramMutator.Mutants(program, Shop.Definition.Schema, tool);
            Assert.All(mutants, m => Assert.Empty(ProgramChecker.Check(m.Program, Shop.Definition.Schema, tool)));
            Assert.All(mutants, m => Assert.NotEqual(ProgramJson.Write(program with { Evidence = [] }), ProgramJson.Write(m.Program with { Evidence = [] })));
        }
    }

    [Fact]
    public void Mutants_cover_statements_conditions_columns_constants_and_orders()
    {
        var kinds = Shop.Definition.Tools.Zip(Shop.Definition.Programs)
            .SelectMany(p => ProgramMutator.Mutants(p.Second, Shop.Definition.Schema, p.First))
            .Select(m => m.Operator).ToHashSet();
        string[] wanted =
        [
            "drop_guard", "negate_guard", "drop_column", "drop_update", "drop_delete", "drop_loop", "flip_operator", "change_constant",
            "swap_column", "flip_order", "drop_order", "drop_filter", "drop_condition", "swap_argument", "drop_member", "change_code",
        ];
        Assert.Empty(wanted.Except(kinds));
    }

    [Fact]
    public void A_bounded_number_of_mutants_is_spread_over_the_program()
    {
        var at = Shop.Definition.Programs.ToList().FindIndex(p => p.Tool == "create_order");
        var mutants = ProgramMutator.Mutants(Shop.Definition.Programs[at], Shop.Definition.Schema, Shop.Definition.Tools[at], most: 8);
        Assert.Equal(8, mutants.Count);
        Assert.True(mutants.Select(m => m.Place.Split('/')[2]).Distinct().Count() >= 3);
    }

    [Fact]
    public void Most_mutants_can_be_told_from_the_original_by_calls()
    {
        var at = Shop.Definition.Programs.ToList().FindIndex(p => p.Tool == "set_order_status");
        var mutants = ProgramMutator.Mutants(Shop.Definition.Programs[at], Shop.Definition.Schema, Shop.Definition.Tools[at]);
        var told = mutants.Count(m => MutantComparison.Distinguish(Shop.Compiled, m) is not null);
        Assert.InRange(told, mutants.Count * 2 / 3, mutants.Count);
    }
}
