using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Programs.Compilation;
using AgentScaler.Environments.Programs.Mutation;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs;

/// <summary>
/// Changes programs systematically, one thing at a time: operators, constants, columns, tables, guards, filters, orders, limits, statements. The
/// strength of an environment's proof is the share of these changes that it notices.
/// </summary>
public static class ProgramMutator
{
    /// <summary>Returns mutants of a program that the checker accepts, in a fixed order.</summary>
    /// <param name="most">The greatest number of mutants. They are spread evenly over the program.</param>
    public static IReadOnlyList<ProgramMutant> Mutants(ToolProgram program, DatabaseSchema schema, EnvironmentTool tool, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(tool);
        var (report, types) = ProgramChecker.Run(program, schema, tool);
        if (report.Diagnostics.Count > 0)
        {
            throw new ProgramException(report.Diagnostics);
        }

        var statements = new StatementMutator(new ExpressionMutator(schema, ArgumentTypes.Of(tool.ParameterSchema), types), schema);
        var all = statements.Changes(program.Body, "/body")
            .Select(c => new ProgramMutant(c.Operator, c.Place, c.Change, program with { Body = c.Result, Writes = Writes(c.Result) }, c.Hint))
            .ToArray();

        // Spread first and check afterwards. To check every mutant of a large program would take longer than to run the few wanted ones.
        var accepted = new List<ProgramMutant>();
        foreach (var mutant in Spread(all))
        {
            if (accepted.Count >= most)
            {
                break;
            }

            if (ProgramChecker.Check(mutant.Program, schema, tool).Count == 0)
            {
                accepted.Add(mutant);
            }
        }

        return [.. accepted.OrderBy(m => m.Place, StringComparer.Ordinal).ThenBy(m => m.Change, StringComparer.Ordinal)];
    }

    private static bool Writes(IReadOnlyList<Statement> body) =>
        StatementExpressions.All(body).Any(s => s is Insert or Update or Delete);

    /// <summary>Returns all items once, in an order in which the first items, however many, are spread over the whole.</summary>
    private static IEnumerable<T> Spread<T>(T[] items)
    {
        const int golden = 40503;
        var step = Math.Max(1, (int)((long)items.Length * golden >> 16));
        while (step < items.Length && GreatestDivisor(step, items.Length) != 1)
        {
            step++;
        }

        for (var i = 0; i < items.Length; i++)
        {
            yield return items[(int)((long)i * step % items.Length)];
        }
    }

    private static int GreatestDivisor(int a, int b) => b == 0 ? a : GreatestDivisor(b, a % b);
}
