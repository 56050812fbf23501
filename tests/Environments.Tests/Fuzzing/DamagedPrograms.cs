using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Environments.Tests.Programs;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Fuzzing;

/// <summary>Random damage to the shop's programs that the checker still accepts.</summary>
internal static class DamagedPrograms
{
    /// <summary>The shop with the tools of <see cref="FormShop"/>, and its table of one row.</summary>
    private static readonly EnvironmentDefinition Definition = FormShop.Definition with
    {
        Tools = [.. Shop.Definition.Tools, .. FormShop.Definition.Tools],
        Programs = [.. Shop.Definition.Programs, .. FormShop.Definition.Programs],
    };

    public static IReadOnlyList<(EnvironmentTool Tool, ToolProgram Program)> Make(long seed, int count)
    {
        var chance = new SeededChance(seed);
        Value[] originals = [.. Definition.Programs.Select(p => ProgramJson.Write(p))];
        var mutation = new JsonMutation(chance, JsonMutation.Parts(originals));
        var found = new List<(EnvironmentTool, ToolProgram)>();
        while (found.Count < count)
        {
            var at = chance.Below(originals.Length);
            var name = $"damaged_{found.Count}";
            if (Read(mutation.Mutate(originals[at])) is not { } program)
            {
                continue;
            }

            var tool = Definition.Tools[at] with { Name = name };
            program = program with { Tool = name };
            if (ProgramChecker.Check(program, Definition.Schema, tool).Count == 0)
            {
                found.Add((tool, program));
            }
        }

        return found;
    }

    private static ToolProgram? Read(Value json)
    {
        try
        {
            return ProgramJson.Read(json);
        }
        catch (ProgramException)
        {
            return null;
        }
    }
}
