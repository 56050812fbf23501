using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs;

/// <summary>
/// Checks a program: tables, columns, arguments, variables, kinds, enumerations, keys, effect and size. An accepted program ends on every input.
/// docs/tool-programs.md lists the checks that are left to the session.
/// </summary>
public static class ProgramChecker
{
    /// <summary>Returns the findings on one program; an accepted program has none.</summary>
    public static IReadOnlyList<ProgramDiagnostic> Check(ToolProgram program, DatabaseSchema schema, EnvironmentTool tool) =>
        Run(program, schema, tool).Report.Diagnostics;

    /// <summary>Returns the findings on a whole environment: its schema, its programs, and whether each tool has one program.</summary>
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

        findings.AddRange(DoubleDefinitions(definition.Programs));
        findings.AddRange(tools.Keys.Where(t => !programs.Contains(t)).Select(t => new ProgramDiagnostic(t, "", "The tool has no program.")));
        return findings;
    }

    /// <summary>Programs share definitions by name, so a name has one meaning in the whole environment.</summary>
    private static IEnumerable<ProgramDiagnostic> DoubleDefinitions(IReadOnlyList<ToolProgram> programs) =>
        from definitions in SharedDefinitions.Every(programs).GroupBy(d => d.Name, StringComparer.Ordinal)
        where definitions.Select(d => ProgramJson.Write(d)).Distinct().Skip(1).Any()
        select new ProgramDiagnostic("", $"/definitions/{definitions.Key}", "Two programs have different definitions of this name.");

    /// <summary>Returns the static types in a definition whose operands may be anything, for the Python emitter.</summary>
    internal static Dictionary<Expression, StaticType> Types(SharedDefinition definition, DatabaseSchema schema)
    {
        var scope = new Scope();
        foreach (var parameter in definition.Parameters)
        {
            scope.Bind(parameter, StaticType.Any);
        }

        var expressions = new ExpressionChecker(schema, new Dictionary<string, StaticType>(), new CheckReport(definition.Name));
        expressions.Check(definition.Be, scope, "/be");
        return expressions.Types;
    }

    /// <summary>Returns the findings and the static types, with which the Python emitter writes shorter code.</summary>
    internal static (CheckReport Report, Dictionary<Expression, StaticType> Types) Run(
        ToolProgram program, DatabaseSchema schema, EnvironmentTool tool)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(tool);
        var report = new CheckReport(program.Tool);
        var expressions = new ExpressionChecker(schema, ArgumentTypes.Of(tool.ParameterSchema), report);
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
