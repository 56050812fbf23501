using AgentScaler.Environments.Sessions;

namespace AgentScaler.Environments.Differential;

/// <summary>Spreads generated calls of all tools over sessions.</summary>
internal static class CallPlan
{
    public static IReadOnlyList<IReadOnlyList<PlannedCall>> Make(CompiledEnvironment environment, int callsPerTool, int sessionLength, long seed)
    {
        var definition = environment.Definition;
        var state = new StateValues(definition.Schema, environment.InitialState);
        var chance = new SeededChance(seed);
        var calls = new List<PlannedCall>();
        foreach (var tool in definition.Tools)
        {
            var generator = new ArgumentGenerator(tool, state, chance);
            for (var i = 0; i < callsPerTool; i++)
            {
                calls.Add(new PlannedCall(tool.Name, (i % 3) switch
                {
                    0 => generator.Valid(),
                    1 => generator.Boundary(),
                    _ => generator.Hostile(),
                }));
            }
        }

        for (var i = calls.Count - 1; i > 0; i--)
        {
            var other = chance.Below(i + 1);
            (calls[i], calls[other]) = (calls[other], calls[i]);
        }

        return [.. calls.Chunk(sessionLength)];
    }
}
