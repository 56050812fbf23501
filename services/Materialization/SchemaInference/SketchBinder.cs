using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Binds a tool's parameters to the columns that they read and write.</summary>
internal static class SketchBinder
{
    public static EffectSketch Bind(DomainPlan plan, ToolReading reading, Decided<EffectKind> told)
    {
        if (!told.Value.Form.OnTable)
        {
            return new EffectSketch { Reading = reading, Told = told };
        }

        var table = plan.Tables.First(t => t.Singular == reading.Resource);
        var sketch = new EffectSketch { Reading = reading, Told = told, Table = table };
        if (reading.Setting is { } setting)
        {
            BindSetting(plan, sketch, setting);
            return sketch;
        }

        BindPath(plan, sketch, table);
        BindEntry(sketch, table);
        BindKey(sketch, table);
        sketch.Account = reading.Account is { } account ? Account(plan, account) : null;
        sketch.Kind.Bind(plan, sketch);
        if (reading.Acting is { } token && sketch.Kind is UpdateKind && SignIns.Ends(reading) && table.Column(token.Column) is { } held)
        {
            // Who signs out has no token any more.
            sketch.Sets.Add((held, Value.Null));
            return sketch;
        }

        if (sketch.Kind.Form.Assigns)
        {
            BindAssignments(sketch, table);
            if (sketch.Kind is UpdateKind)
            {
                ColumnChoices.Bind(sketch, table);
            }

            // An update that is given nothing but a key changes what its name or its description says.
            if (sketch is { Kind: UpdateKind, Key: not null, Changed: null, Choice: null, Assignments.Count: 0 }
                && !Flags.Bind(sketch, table)
                && !(reading.Parameters.All(p => p.InPath || p.Role != ParameterRole.Field || p == sketch.Key.Parameter) && GoalBinder.Bind(sketch, table)))
            {
                KeepValue(sketch, table);
            }
        }
        else
        {
            BindFilters(sketch, table);
        }

        return sketch;
    }

    /// <summary>The only row of the table is changed: it needs no name.</summary>
    private static void BindSetting(DomainPlan plan, EffectSketch sketch, Setting setting)
    {
        foreach (var change in setting.Changes)
        {
            var (name, by, to) = change;
            var column = sketch.Table!.Column(name)!;
            if (by is not null && change.Sign != 0)
            {
                column.Facts.Type.Correct(by.Node.Kind == NodeKind.Number && column.Type == ColumnType.Integer ? ColumnType.Number : column.Type);
                sketch.Rules.Add(new MovingSetting(column, by, change.Sign));
            }
            else if (by is not null && change.Walks)
            {
                sketch.Rules.Add(new Walking(column, by));
            }
            else if (by is not null && change.Lists)
            {
                sketch.Rules.Add(new ListingInThing(column, by));
            }
            else if (by is not null && change.Meanings.Count > 0)
            {
                sketch.Rules.Add(new SettingByWords(column, by, change.Meanings));
            }
            else if (by is not null)
            {
                sketch.Assignments.Add(new SketchBinding(column, by));
            }
            else
            {
                sketch.Sets.Add((column, to));
            }
        }

        sketch.Account = setting.Account is { } account ? Account(plan, account) : null;
    }

    private static (TablePlan Table, IReadOnlyList<SketchBinding> Columns)? Account(
        DomainPlan plan, (string Resource, IReadOnlyList<(string Column, ToolParameter Parameter)> Columns) account) =>
        plan.Tables.FirstOrDefault(t => t.Singular == account.Resource) is { } table
            ? (table, [.. account.Columns.Select(c => new SketchBinding(table.Column(c.Column)!, c.Parameter))])
            : null;

    /// <summary>A tool that takes the thing itself, as set_orientation(orientation), keeps what it is given: a value that is not known yet becomes
    /// known.</summary>
    private static void KeepValue(EffectSketch sketch, TablePlan table)
    {
        var words = sketch.Key!.Parameter.Words;
        if (sketch.Key.Column == table.Key && sketch.Key.Parameter is { Required: true, Container: null }
            && words[^1] is not ("id" or "uuid" or "guid" or "number" or "code")
                && Words.ResourceKey(words) is var name
                && (name == sketch.Reading.Resource || name == sketch.Reading.Resource.Split('_')[^1])
            && sketch.Told.Say(EffectKinds.The<UpsertKind>(), Source.Schema))
        {
            sketch.Evidence.Add($"It takes the {Words.Phrase(table.Singular)} itself and nothing else, so a new one is kept.");
        }
    }

    private static void BindPath(DomainPlan plan, EffectSketch sketch, TablePlan table)
    {
        var reading = sketch.Reading;
        var keyed = sketch.Kind.Form.Key == KeyRole.Names;
        var variables = reading.Parents.SelectMany(p => p.Variables).Concat(keyed ? reading.KeyVariables.SkipLast(1) : reading.KeyVariables);
        foreach (var variable in variables)
        {
            if (Keys.Find(reading, variable) is { } parameter && TableBuilder.ScopeColumn(table, reading, parameter) is { } column
                && sketch.Scope.All(s => s.Column != column))
            {
                sketch.Scope.Add(new SketchBinding(column, parameter));
            }
        }

        // A variable that only says "id" names the parent by its place in the path.
        foreach (var (resource, named) in reading.Parents)
        {
            if (named.Count > 0 && plan.Tables.FirstOrDefault(t => t.Singular == resource) is { } parent && Keys.Find(reading, named[^1]) is { } parameter
                && sketch.Scope.TrueForAll(s => s.Parameter != parameter)
                && table.Columns.FirstOrDefault(c => c != table.Key && c.References?.Table == parent.Name) is { } column
                    && sketch.Scope.TrueForAll(s => s.Column != column))
            {
                sketch.Scope.Add(new SketchBinding(column, parameter));
            }
        }
    }

    /// <summary>An entry that is taken out is the one of both ids.</summary>
    private static void BindEntry(EffectSketch sketch, TablePlan table)
    {
        if (sketch.Reading.Entry is DeleteKind)
        {
            sketch.Scope.AddRange(sketch.Reading.Parameters.Where(p => p is { Required: true, Words: [_, .., "id"] })
                .Select(p => (Column: ColumnMatcher.Exact(table, p.Name), Parameter: p)).Where(b => b.Column is not null)
                .Select(b => new SketchBinding(b.Column!, b.Parameter)));
        }
    }

    private static void BindKey(EffectSketch sketch, TablePlan table)
    {
        var reading = sketch.Reading;
        if (sketch.Kind.Form.Key == KeyRole.None)
        {
            return;
        }

        if (sketch.Kind.Form.Key == KeyRole.Chosen)
        {
            // A key among the inputs of a create is chosen by the caller.
            if (reading.Listed is { } listed)
            {
                sketch.Key = new SketchBinding(table.Key, listed);
            }
            else if (Originals.Of(sketch) is null && reading.Parameters.FirstOrDefault(p => !p.InPath
                && p.Required
                && p.Role == ParameterRole.Field
                && p.Node.Scalar
                && ColumnMatcher.Exact(table, p.Name) == table.Key) is { } own)
            {
                sketch.Key = new SketchBinding(table.Key, own);
            }

            return;
        }

        if (Keys.Parameter(reading) is { } parameter)
        {
            var column = ColumnMatcher.Match(table, parameter.Name);
            column = reading.KeyVariables.Contains(parameter.Name) || column is not { Scalar: true } ? table.Key : column;
            column = parameter.Words[^1] is "id" or "uuid" or "guid" || sketch.Writes ? table.Key : column;
            column = reading.Listed is not null && ColumnMatcher.Match(table, parameter.Name) is { Scalar: true } named ? named : column;
            column = reading.Acting is { } acting ? table.Column(acting.Column) ?? column : Placed(table, parameter) ?? column;
            sketch.Key = new SketchBinding(column, parameter);
        }
    }

    /// <summary>The column that names rows which the adoption knows by their places alone; null where they have a key of their own.</summary>
    private static ColumnPlan? Placed(TablePlan table, ToolParameter parameter) =>
        table.Form is NestedForm { Items: MapForm { Held: true, Key: { } name } } && table.Column(name) is { } held
            && ColumnMatcher.Match(table, parameter.Name, parameter.Node) == held ? held
        : DumpAdoption.Added(table.Form).Contains(table.Key.Name)
        && ColumnMatcher.Match(table, parameter.Name, parameter.Node) is { Scalar: true, Cells: { Count: > 0 } cells } column
        && cells.All(c => !c.IsNull) && cells.Distinct().Count() == cells.Count
            ? column
            : null;

    private static void BindAssignments(EffectSketch sketch, TablePlan table)
    {
        var reading = sketch.Reading;
        // A transfer's keys identify rows of another table: in its own record they are columns like any other.
        var keys = new[] { sketch.Key, sketch.OtherKey }.Where(k => k is not null && table.Columns.Contains(k.Column)).Select(k => k!.Parameter).ToList();
        keys.AddRange(Originals.Of(sketch) is { } original ? [original] : Array.Empty<ToolParameter>());
        foreach (var parameter in reading.Parameters.Where(p => p.Role == ParameterRole.Field && p != sketch.Many && !keys.Contains(p)
            && !ColumnChoices.Speaks(reading, p) && !IsPresent(reading, p)))
        {
            if (sketch.Scope.Any(s => s.Parameter == parameter)
                || (ColumnMatcher.Match(table, parameter.Name, parameter.Node) ?? ActedColumns.Of(table, reading, parameter)) is not { } column
                || (column == table.Key && sketch.Kind.Form.Key != KeyRole.Chosen)
                    || column == sketch.Changed
                    || sketch.Assignments.Any(a => a.Column == column)
                    || sketch.Scope.Any(s => s.Column == column))
            {
                continue;
            }

            sketch.Assignments.Add(new SketchBinding(column, parameter));
        }

        BindAdopted(sketch, table, keys);
    }

    /// <summary>Whether a parameter gives the value before the change, beside one that gives the new value.</summary>
    private static bool IsPresent(ToolReading reading, ToolParameter parameter) => PresentValue.IsPresent(parameter.Words)
        && reading.Parameters.Any(p => p != parameter && p.Words.Skip(p.Words[0] is "new" ? 1 : 0).SequenceEqual(parameter.Words.Skip(1)));

    /// <summary>Arguments that the rows of a user's own table name differently.</summary>
    private static void BindAdopted(EffectSketch sketch, TablePlan table, List<ToolParameter> keys)
    {
        foreach (var parameter in sketch.Reading.Parameters.Where(p => table.HasRows && p.Role == ParameterRole.Field && p != sketch.Many && !keys.Contains(p)
            && !ColumnChoices.Speaks(sketch.Reading, p) && !IsPresent(sketch.Reading, p) && sketch.Scope.TrueForAll(s => s.Parameter != p)
            && sketch.Assignments.TrueForAll(a => a.Parameter != p)))
        {
            var taken = sketch.Assignments.Concat(sketch.Scope).Select(b => b.Column).Append(sketch.Changed).OfType<ColumnPlan>().ToHashSet();
            if (AdoptedNames.Of(table, parameter, taken) is { } column)
            {
                sketch.Assignments.Add(new SketchBinding(column, parameter));
                sketch.Evidence.Add($"{parameter.Name} is what the rows of {table.Name} call {column.Name}.");
            }
        }
    }

    private static void BindFilters(EffectSketch sketch, TablePlan table)
    {
        foreach (var parameter in sketch.Reading.Parameters.Where(p => p.Role is ParameterRole.Field or ParameterRole.From or ParameterRole.To
            && p != sketch.Key?.Parameter))
        {
            if (sketch.Scope.Any(s => s.Parameter == parameter) || (sketch.Writes && sketch.Key is not null))
            {
                continue;
            }

            var column = parameter.Role == ParameterRole.Field
                ? ColumnMatcher.Match(table, parameter.Name, parameter.Node) ?? FilterColumns.Of(table, parameter)
                : ColumnMatcher.Range(table, parameter);
            if (column is null || (parameter.Role != ParameterRole.Field && (!column.Scalar || !Comparable(column, parameter))))
            {
                continue;
            }

            if (parameter.Node.Scalar
                ? column.Scalar || column.Type == ColumnType.Array
                : parameter.Node.Kind == NodeKind.Array && parameter.Node.Items.Scalar && column.Scalar)
            {
                sketch.Filters.Add(new SketchBinding(column, parameter));
            }
        }
    }

    private static bool Comparable(ColumnPlan column, ToolParameter parameter) => parameter.Node.Kind is NodeKind.Integer or NodeKind.Number
        ? column.Numeric
        : column.Textual;
}
