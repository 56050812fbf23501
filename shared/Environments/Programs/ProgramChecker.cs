using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs;

/// <summary>
/// Accepts a program or says why not: tables, columns, arguments, variables, kinds, enumerations, keys, effect and size.
/// What it accepts runs to an end on every input. Which checks are left to the session stands in docs/tool-programs.md.
/// </summary>
public static class ProgramChecker
{
    /// <summary>The findings on one program; none where it is accepted.</summary>
    public static IReadOnlyList<ProgramDiagnostic> Check(ToolProgram program, DatabaseSchema schema, EnvironmentTool tool) =>
        Run(program, schema, tool).Report.Diagnostics;

    /// <summary>The findings on a whole environment: its schema, its programs, and that each tool has one program.</summary>
    public static IReadOnlyList<ProgramDiagnostic> Check(EnvironmentDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new List<ProgramDiagnostic>(SchemaChecker.Check(definition.Schema));
        if (findings.Count > 0)
        {
            return findings;
        }

        var tools = new Dictionary<string, EnvironmentTool>(StringComparer.Ordinal);
        foreach (var tool in definition.Tools)
        {
            if (!tools.TryAdd(tool.Name, tool))
            {
                findings.Add(new ProgramDiagnostic(tool.Name, "", "Two tools have this name."));
            }
        }

        var programs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var program in definition.Programs)
        {
            if (!tools.TryGetValue(program.Tool, out var tool))
            {
                findings.Add(new ProgramDiagnostic(program.Tool, "/tool", "The environment has no tool of this name."));
            }
            else if (!programs.Add(program.Tool))
            {
                findings.Add(new ProgramDiagnostic(program.Tool, "/tool", "Two programs have this tool."));
            }
            else
            {
                findings.AddRange(Check(program, definition.Schema, tool));
            }
        }

        findings.AddRange(tools.Keys.Where(t => !programs.Contains(t)).Select(t => new ProgramDiagnostic(t, "", "The tool has no program.")));
        return findings;
    }

    /// <summary>The findings together with the static types, which the Python emitter writes tighter code by.</summary>
    internal static (CheckReport Report, Dictionary<Expression, StaticType> Types) Run(
        ToolProgram program, DatabaseSchema schema, EnvironmentTool tool)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(tool);
        var report = new CheckReport(program.Tool);
        var expressions = new ExpressionChecker(schema, ArgumentTypes.Of(tool.Parameters), report);
        var statements = new StatementChecker(expressions, report);
        if (program.Tool != tool.Name)
        {
            report.Add("/tool", $"The program is written for {program.Tool}, the tool is {tool.Name}.");
        }

        statements.Block(program.Body, new Scope(), "/body", 0);
        if (report.Diagnostics.Count == 0 && statements.Writes != program.Writes)
        {
            report.Add("/writes", program.Writes
                ? "The program says that it writes, but it has no insert, update or delete."
                : "The program says that it only reads, but it has an insert, update or delete.");
        }

        return (report, expressions.Types);
    }
}
