using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>One tool under test: its model, the probes made for it once, and what its results are held against.</summary>
internal sealed class ToolSubject
{
    private const int Variants = 8;
    private const int MoreVariants = 24;
    private readonly DomainModel _domain;
    private readonly DatabaseState _state;
    private IReadOnlyList<Value>? _extra;

    public ToolSubject(EnvironmentDefinition definition, DomainModel plan, ToolModel tool, DatabaseState state)
    {
        _domain = plan;
        Model = tool;
        _state = state;
        Tool = definition.Tools.First(t => t.Name == tool.Name);
        Schema = Needed(definition, tool);
        Forge = new ArgumentForge(plan, tool, state);
        Conformance = ResultConformance.Compile(Tool.Returns);
        Probes = [.. MakeProbes()];
        Refusals = [.. RefusalLaws.Cases(this)];
    }

    public ToolModel Model { get; }

    public EnvironmentTool Tool { get; }

    public ArgumentForge Forge { get; }

    public ResultConformance Conformance { get; }

    /// <summary>Valid arguments, each with the row that they speak of.</summary>
    public IReadOnlyList<(Value Arguments, ObjectValue? Subject)> Probes { get; private set; }

    /// <summary>Calls that must fail, with the code they must fail with.</summary>
    public IReadOnlyList<(Value Arguments, ErrorCode Code, string Because)> Refusals { get; private set; } = [];

    /// <summary>Further valid arguments, to show that a tool runs and that a mutant behaves as its original.</summary>
    public IReadOnlyList<Value> Extra =>
        _extra ??= [.. Enumerable.Range(0, MoreVariants).Select(i => Forge.Make(100 + i, Forge.Subject(i), i % 3 == 0)).OfType<Value>()];

    public DatabaseState State => _state;

    /// <summary>The tables that the tool can reach: mutants stay among them.</summary>
    public DatabaseSchema Schema { get; }

    /// <summary>Keeps the calls on which the original obeys the laws: on others a mutant's fault would prove nothing.</summary>
    public void Trust(CompiledEnvironment original)
    {
        Probes = [.. Probes.Where(p => ToolLaws.Judge(this, p, original) is null)];
        Refusals = [.. Refusals.Where(r => RefusalLaws.Judge(this, r, original) is null)];
    }

    /// <summary>A call in the initial state.</summary>
    public Situation In(Value arguments) => In(arguments, _state);

    /// <summary>A call in a state, with the defaults that its schema declares.</summary>
    public Situation In(Value arguments, DatabaseState state)
    {
        Forge.Validator.Validate(arguments, out var filled);
        return new Situation(_domain, state, filled);
    }

    /// <summary>The preconditions that a call violates in the initial state.</summary>
    public IReadOnlyList<Precondition> Violated(Value arguments) => Violated(arguments, _state);

    /// <summary>The preconditions that a call violates in a state.</summary>
    public IReadOnlyList<Precondition> Violated(Value arguments, DatabaseState state)
    {
        var situation = In(arguments, state);
        return [.. Model.Effect.Preconditions.Where(p => !p.Holds(situation))];
    }

    /// <summary>The row of its table that a call names, or null.</summary>
    public ObjectValue? Row(Situation situation) => Model.Effect is TableEffect effect and IKeyed keyed
        ? situation.Find(new RowAddress(RowAddress.Main, effect.Table, keyed.Key, effect.Scope, Model.Filters)) : null;

    /// <summary>The tables a tool can reach: its own and those that refer to it or that it refers to.</summary>
    private static DatabaseSchema Needed(EnvironmentDefinition definition, ToolModel tool)
    {
        if (definition.Schema.Tables.Count <= 12 || tool.Table is null)
        {
            return definition.Schema;
        }

        var names = new HashSet<string>(StringComparer.Ordinal) { tool.Table.Name };
        names.UnionWith(tool.Effect.Preconditions.OfType<RowExists>().Select(p => p.Address.Table.Name));
        for (var round = 0; round < 5; round++)
        {
            foreach (var table in definition.Schema.Tables)
            {
                var refers = table.Columns.Where(c => c.References is not null).Select(c => c.References!.Table).ToList();
                if (names.Contains(table.Name))
                {
                    names.UnionWith(refers);
                }
                else if (refers.Any(names.Contains))
                {
                    names.Add(table.Name);
                }
            }
        }

        return new DatabaseSchema([.. definition.Schema.Tables.Where(t => names.Contains(t.Name))]);
    }

    private IEnumerable<(Value, ObjectValue?)> MakeProbes()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Variants; i++)
        {
            var subject = Forge.Subject(i / 2);
            if (Forge.Make(i, subject, i % 2 == 1) is { } arguments && seen.Add(arguments.ToJson()))
            {
                yield return (arguments, subject);
            }
        }

        if (Model.Effect is UpsertEffect)
        {
            foreach (var fresh in Enumerable.Range(50, 3).Select(i => Forge.Make(i, null, i % 2 == 0)).OfType<Value>().Where(f => seen.Add(f.ToJson())))
            {
                yield return (fresh, null);
            }
        }

        foreach (var filtered in Filtered().Where(f => seen.Add(f.ToJson())))
        {
            yield return (filtered, null);
        }

        foreach (var paged in Paged())
        {
            if (seen.Add(paged.ToJson()))
            {
                yield return (paged, null);
            }
        }
    }

    /// <summary>Reads with one filter at a time, by values that some rows have.</summary>
    private IEnumerable<Value> Filtered()
    {
        if (Model.Effect is not (ListEffect or CountEffect) || Model.Table is null || Forge.Make(0, Forge.Subject(0), false) is not { } bare)
        {
            yield break;
        }

        foreach (var (column, parameter) in Model.Filters.Take(12))
        {
            foreach (var value in _state.Rows(Model.Table.Name).Select(r => r[column.Name]).Where(v => !v.IsNull && !v.IsArray && !v.IsObject).Distinct()
                .Take(3))
            {
                var made = Matching.With(bare, parameter, parameter.Node.Kind == NodeKind.Array ? Value.From([value]) : value);
                if (Forge.Validator.Validate(made, out _) is null)
                {
                    yield return made;
                }
            }
        }

        foreach (var (search, columns) in Model.Searches)
        {
            foreach (var text in columns.SelectMany(c => _state.Rows(Model.Table.Name).Take(2).Select(r => r[c.Name]))
                .Where(v => v.IsString && v.AsString.Length > 3).Take(6))
            {
                var made = Matching.With(bare, search, text.AsString[1..].ToUpperInvariant());
                if (Forge.Validator.Validate(made, out _) is null)
                {
                    yield return made;
                }
            }
        }
    }

    /// <summary>Reads of small pages, and in every order.</summary>
    private IEnumerable<Value> Paged()
    {
        if (Model.Effect is not ListEffect list || Forge.Make(0, Forge.Subject(0), false) is not { } bare)
        {
            yield break;
        }

        foreach (var parameter in Model.Parameters.Where(p => p.Container is null))
        {
            IEnumerable<Value> tries = parameter.Role switch
            {
                ParameterRole.Limit => [2, 5],
                ParameterRole.Offset => [1, 3],
                ParameterRole.Page => [1, 2],
                ParameterRole.Cursor => ["3"],
                ParameterRole.Sort => [.. (list.Sorting?.Choices ?? []).Take(6).Select(c => Value.From(c.Value))],
                _ => [],
            };
            foreach (var value in tries)
            {
                var made = Matching.With(bare, parameter, value);
                if (parameter.Role == ParameterRole.Sort
                    && Model.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Direction) is { Node.Enum: { } ways } direction)
                {
                    foreach (var way in ways.Take(2).Select(w => Matching.With(made, direction, w)).Where(w => Forge.Validator.Validate(w, out _) is null))
                    {
                        yield return way;
                    }
                }

                if (Model.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Limit) is { } limit
                    && parameter.Role is ParameterRole.Offset or ParameterRole.Page or ParameterRole.Cursor)
                {
                    var small = Matching.With(made, limit, 2);
                    made = Forge.Validator.Validate(small, out _) is null ? small : made;
                }

                if (Forge.Validator.Validate(made, out _) is null)
                {
                    yield return made;
                }
            }
        }
    }
}
