using System.Collections.Frozen;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Programs.Mutation;
using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.States;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions;

/// <summary>
/// A compiled environment: checked programs as delegates over a shared initial state. It is immutable and serves any number of sessions on any number
/// of threads.
/// </summary>
public sealed class CompiledEnvironment
{
    private readonly BaseTable[] _tables;
    private readonly FrozenDictionary<string, CompiledTool> _tools;
    private readonly Dictionary<string, TableRules> _rules;
    private readonly ObjectValue? _sessionRow;
    private readonly NestedRows _nested;

    /// <summary>A tool that replaces one of <see cref="_tools"/>. Building a frozen dictionary would take longer than compiling the mutant in it.</summary>
    private readonly (string Name, CompiledTool Tool)? _replaced;

    private CompiledEnvironment(EnvironmentDefinition definition, GivenState given)
    {
        Definition = definition;
        Given = given;
        var initial = given.Tables;
        TableRules[] rules = [.. definition.Schema.Tables.Select((t, i) => new TableRules(i, t))];
        foreach (var column in rules.SelectMany(r => r.Columns))
        {
            column.Link(rules);
        }

        _tables = Array.ConvertAll(rules, r => new BaseTable(r, initial.Rows(r.Name)));
        _nested = new NestedRows(given.Nesting, _tables);
        _sessionRow = SessionRow(initial);
        InitialState = DatabaseState.From(
            _tables.Select(t => KeyValuePair.Create<string, IReadOnlyList<ObjectValue>>(t.Rules.Name, t.Rows))
                .Concat(initial.Tables.Where(t => definition.Schema.Table(t) is null).Select(t => KeyValuePair.Create(t, initial.Rows(t)))));
        InitialHash = StateHash.Of(InitialState);
        _rules = rules.ToDictionary(r => r.Name, StringComparer.Ordinal);
        var programs = definition.Programs.ToDictionary(p => p.Tool, StringComparer.Ordinal);
        _tools = definition.Tools.ToFrozenDictionary(
            t => t.Name,
            t => new CompiledTool(ArgumentValidator.Compile(t.Parameters), programs[t.Name], t, definition.Schema, _rules),
            StringComparer.Ordinal);
    }

    /// <summary>Copies an environment with one program replaced. Everything else is shared with the original.</summary>
    private CompiledEnvironment(CompiledEnvironment original, ToolProgram program)
    {
        Definition = original.Definition with { Programs = [.. original.Definition.Programs.Select(p => p.Tool == program.Tool ? program : p)] };
        (_tables, _nested, _rules, _sessionRow) = (original._tables, original._nested, original._rules, original._sessionRow);
        _tools = original._tools;
        (Given, InitialState, InitialHash) = (original.Given, original.InitialState, original.InitialHash);
        if (original._replaced is { } before)
        {
            _tools = _tools.ToFrozenDictionary(t => t.Key, t => t.Key == before.Name ? before.Tool : t.Value, StringComparer.Ordinal);
        }

        var tool = Definition.Tools.First(t => t.Name == program.Tool);
        _replaced = (program.Tool, new CompiledTool(_tools[program.Tool].Validator, program, tool, Definition.Schema, _rules));
    }

    public EnvironmentDefinition Definition { get; }

    /// <summary>The initial state of every session, with rows in order of primary key.</summary>
    public DatabaseState InitialState { get; }

    public StateHash InitialHash { get; }

    internal BaseTable[] Tables => _tables;

    /// <summary>The initial state as it was given: as tables, or in the form of the adopted dump.</summary>
    internal GivenState Given { get; }

    /// <summary>Checks and compiles an environment.</summary>
    /// <param name="initial">The initial state. Programs cannot reach tables that the schema does not name; these stay as they are.</param>
    /// <exception cref="ProgramException">A program, the schema or the state is refused; all findings are listed.</exception>
    public static CompiledEnvironment Compile(EnvironmentDefinition definition, DatabaseState initial)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(initial);
        return Compile(definition, GivenState.From(definition.Schema, initial));
    }

    /// <summary>Checks and compiles an environment that starts in a given state.</summary>
    /// <exception cref="ProgramException">A program, the schema or the state is refused; all findings are listed.</exception>
    public static CompiledEnvironment Compile(EnvironmentDefinition definition, GivenState initial)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(initial);
        var findings = ProgramChecker.Check(definition);
        return findings.Count == 0 ? new CompiledEnvironment(definition, initial) : throw new ProgramException(findings);
    }

    /// <summary>Returns this environment with one program replaced. Everything else is shared, so a mutant takes little time and memory.</summary>
    /// <exception cref="ProgramException">The program is refused.</exception>
    public CompiledEnvironment With(ToolProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var tool = Definition.Tools.FirstOrDefault(t => t.Name == program.Tool)
            ?? throw new ProgramException(program.Tool, "/tool", "The environment has no tool of this name.");
        var findings = ProgramChecker.Check(program, Definition.Schema, tool);
        return findings.Count == 0 ? new CompiledEnvironment(this, program) : throw new ProgramException(findings);
    }

    /// <summary>Returns this environment with a mutant in place of its original. The checker accepted the mutant when it was made.</summary>
    public CompiledEnvironment With(ProgramMutant mutant)
    {
        ArgumentNullException.ThrowIfNull(mutant);
        return new CompiledEnvironment(this, mutant.Program);
    }

    /// <summary>Opens a session. It allocates only a few empty objects.</summary>
    /// <param name="seed">The start of the clock in seconds after 2026-01-01T00:00:00Z, modulo 2^31. A state that holds a clock continues from it.</param>
    public EnvironmentSession Open(long seed = 0)
    {
        const long wrap = 1L << 31;
        var start = Moment.SessionStart - Moment.Epoch + (((seed % wrap) + wrap) % wrap);
        return new EnvironmentSession(this, new SessionTables(_tables, _nested, start, _sessionRow));
    }

    internal CompiledTool? Tool(string name) => _replaced is { } replaced && replaced.Name == name ? replaced.Tool : _tools.GetValueOrDefault(name);

    private static ObjectValue? SessionRow(DatabaseState initial)
    {
        var rows = initial.Rows(DatabaseState.SessionTable);
        if (rows.Count == 0)
        {
            return null;
        }

        var clock = rows[0]["clock"];
        return rows.Count == 1 && clock.IsInteger && Moment.InRange(clock.AsNumber + Moment.Epoch + (60.0 * ProgramLimits.Steps))
            ? rows[0]
            : throw new ProgramException("", "/state/_session", "Expected one row whose clock is a number of seconds since 1970.");
    }
}
