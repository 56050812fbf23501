using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Programs;

/// <summary>Writes the program of a tool from what the tool is understood to do.</summary>
internal static class ProgramSynthesizer
{
    /// <summary>How much of a result is built from rows and arguments, fullest first; deep and cyclic results beyond a program's size are shown less
    /// deep.</summary>
    public static IReadOnlyList<double> Details { get; } = [1, 0.25, 0.05];

    /// <param name="detail">One of <see cref="Details"/>.</param>
    public static ToolProgram Synthesize(ToolModel tool, double detail = 1)
    {
        var scope = new ProgramScope(tool) { Detail = detail };
        EffectKinds.Of(tool.Effect).Write(scope);
        return new ToolProgram(tool.Name, tool.Writes, scope.Body, [.. tool.Evidence]);
    }
}
