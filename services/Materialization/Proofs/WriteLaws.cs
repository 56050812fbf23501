using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>What a write must have done to the state, and shown of it.</summary>
internal static class WriteLaws
{
    public static string? Broken(ToolSubject subject, Value arguments, ObjectValue? row, Value result, EnvironmentSession session)
    {
        var intent = subject.Intent;
        var changes = new StateChanges(session.Diff());
        switch (intent.Kind)
        {
            case IntentKind.Create:
                return Created(subject, arguments, changes, intent.Table!) is { } wrong ? wrong : ResultOracle.Row(intent, result, changes.Inserted(intent.Table!.Name)[0]);
            case IntentKind.CreateMany:
                return CreatedMany(subject, arguments, changes);
            case IntentKind.Upsert:
                return subject.State.Rows(intent.Table!.Name).Any(r => intent.Key is { } key && RowOracle.Same(r[key.Column.Name], ArgumentForge.Of(arguments, key.Parameter)))
                    ? UpdateLaws.Updated(subject, arguments, row, result, changes)
                    : Created(subject, arguments, changes, intent.Table!) ?? ResultOracle.Row(intent, result, changes.Inserted(intent.Table!.Name)[0]);
            case IntentKind.Update or IntentKind.Transition or IntentKind.Link or IntentKind.Unlink:
                return UpdateLaws.Updated(subject, arguments, row, result, changes);
            case IntentKind.Transfer:
                return UpdateLaws.Transferred(subject, arguments, result, changes);
            default:
                return Deleted(subject, arguments, row, changes)
                    ?? (intent.Kind == IntentKind.Delete && row is not null && intent.Reading.Result.Kind != ResultKind.Unknown ? ResultOracle.Row(intent, result, row) : null);
        }
    }

    /// <summary>Whether an argument refers to a row that does not exist.</summary>
    public static bool MissingReference(ToolSubject subject, Value arguments) =>
        subject.Intent.Assignments.Concat(subject.Intent.Scope).Any(b => b.Column.References is { } reference && ArgumentForge.Of(arguments, b.Parameter) is { IsNull: false } given
            && !subject.State.Rows(reference.Table).Any(r => RowOracle.Same(r[reference.Column], given)))
        || (subject.Intent is { Many: { } other, Changed.References: { } target } && ArgumentForge.Of(arguments, other) is { IsNull: false } named && !subject.State.Rows(target.Table).Any(r => RowOracle.Same(r[target.Column], named)))
        || (subject.Intent.Many is { } many && ArgumentForge.Of(arguments, many) is { IsArray: true } && subject.Intent.Table!.Columns.Any(c => c.References is not null));

    /// <summary>Whether the arguments give what a unique set or a key holds already.</summary>
    public static bool Collides(ToolSubject subject, Value arguments, ObjectValue? row)
    {
        var table = subject.Intent.Table!;
        var bindings = subject.Intent.Assignments.Concat(subject.Intent.Key is { } key ? [key] : []).ToList();
        return subject.Intent.Many is not null && (table.Unique.Count > 0 || subject.Intent.Kind == IntentKind.CreateMany)
            || subject.Intent.Kind == IntentKind.Upsert && row is not null && subject.Intent.Scope.Any(s => !RowOracle.Same(row[s.Column.Name], ArgumentForge.Of(arguments, s.Parameter)))
            || table.Unique.Append([table.Key.Name]).Any(set => subject.State.Rows(table.Name).Any(r => set.All(c => bindings.FirstOrDefault(b => b.Column.Name == c) is { } binding && RowOracle.Same(r[c], ArgumentForge.Of(arguments, binding.Parameter)))));
    }

    public static bool Linked(ToolIntent intent, Value arguments, ObjectValue? row) =>
        row is not null && intent is { Changed: { } column, Many: { } many } && row[column.Name].IsArray && row[column.Name].AsArray.Contains(ArgumentForge.Of(arguments, many));

    /// <summary>Whether rows below the deleted ones are needed by rows that do not go with them.</summary>
    public static bool Entangled(ToolSubject subject)
    {
        var below = new HashSet<TablePlan> { subject.Intent.Table! };
        for (var grown = true; grown;)
        {
            grown = subject.Plan.Tables.Count(t => t.Parent is not null && below.Contains(t.Parent) && below.Add(t)) > 0;
        }

        return subject.Plan.Tables.Any(t => t.Columns.Any(c => c.References is { } reference && !c.Nullable && below.Any(b => b.Name == reference.Table && t.Parent != b)));
    }

    public static bool InUse(ToolSubject subject, ObjectValue? row) => subject.Plan.Tables.Any(t => t != subject.Intent.Table && t.Parent != subject.Intent.Table && t.Columns.Any(c => c.References?.Table == subject.Intent.Table!.Name && !c.Nullable
        && (row is null || subject.State.Rows(t.Name).Any(r => r[c.Name] == row[subject.Intent.Table.Key.Name]))));

    /// <summary>Whether an argument lies outside what its column holds although the tool's own schema lets it pass.</summary>
    public static bool BeyondColumns(ToolSubject subject, Value arguments)
    {
        var intent = subject.Intent;
        return intent.Kind == IntentKind.Transfer || intent.Many is not null
            || intent.Assignments.Concat(intent.Scope).Concat(intent.Key is { } key ? [key] : []).Any(b => ArgumentForge.Of(arguments, b.Parameter) is { IsNull: false } given && !Holds(b.Column, given));
    }

    /// <summary>What is wrong with the row that the call should have inserted, or null.</summary>
    private static string? Created(ToolSubject subject, Value arguments, StateChanges changes, TablePlan table)
    {
        if (changes.Inserted(table.Name).Count != 1)
        {
            return $"{changes.Inserted(table.Name).Count} rows were inserted into {table.Name}";
        }

        return !changes.Only(table.Name, inserted: 1) ? "more than the one row changed" : NewRow(subject, arguments, changes.Inserted(table.Name)[0], table);
    }

    /// <summary>What is wrong with a new row: what was given must stand in it, and nothing that nobody gave.</summary>
    public static string? NewRow(ToolSubject subject, Value arguments, ObjectValue row, TablePlan table)
    {
        var intent = subject.Intent;
        var bindings = intent.Assignments.Concat(intent.Scope).Concat(intent.Key is { } key && key.Column == table.Key && intent.Kind != IntentKind.Transfer ? [key] : []).ToList();
        if (subject.State.Rows(table.Name).Any(r => r[table.Key.Name] == row[table.Key.Name]))
        {
            return "the new key is taken already";
        }

        foreach (var column in table.Columns.Where(c => c != table.Key || bindings.Any(b => b.Column == c)))
        {
            var binding = bindings.FirstOrDefault(b => b.Column == column);
            var given = binding is null ? Value.Null : ArgumentForge.Of(arguments, binding.Parameter);
            var stored = row[column.Name];
            if (!given.IsNull)
            {
                if (Comparable(column, given) && !RowOracle.Same(stored, given))
                {
                    return $"{column.Name} was given and is not stored";
                }

                continue;
            }

            if (Untold(column, stored) is { } wrong && !(binding?.Parameter.Node.Default is { IsNull: false }))
            {
                return wrong;
            }
        }

        return null;
    }

    /// <summary>What a column must hold that no argument fills.</summary>
    private static string? Untold(ColumnPlan column, Value stored)
    {
        if (Equalities.IsClock(column) && !stored.IsNull)
        {
            return stored.IsString ? stored.AsString.StartsWith("2026-01-01", StringComparison.Ordinal) ? null : $"{column.Name} is not the session's clock"
                : stored.IsNumber && stored.AsNumber is >= 1767225600 and < 1767312000 ? null : $"{column.Name} is not the session's clock";
        }

        if (column.LifeCycle is { } life)
        {
            return stored == life.Initial ? null : $"{column.Name} of a new row is not {life.Initial}";
        }

        if (column.Nullable && !(Equalities.IsClock(column) && !column.Words.Any(w => w is "updated" or "modified" or "edited")))
        {
            return stored.IsNull ? null : $"{column.Name} was not given and is not null";
        }

        return column.References is null && Programs.Defaults.Usual(column) is { } usual && stored != usual ? $"{column.Name} is not its default" : null;
    }

    private static string? CreatedMany(ToolSubject subject, Value arguments, StateChanges changes)
    {
        var (table, items) = (subject.Intent.Table!, ArgumentForge.Of(arguments, subject.Intent.Many!));
        var made = changes.Inserted(table.Name);
        if (!items.IsArray || made.Count != items.AsArray.Length)
        {
            return $"{(items.IsArray ? items.AsArray.Length : 0)} entries made {made.Count} rows";
        }

        // Each entry must be found again in a row of its own.
        var open = made.ToList();
        foreach (var item in items.AsArray)
        {
            var properties = subject.Intent.Many!.Node.Items.Properties.Select(p => (p.Name, Column: ColumnMatcher.Match(table, p.Name, p.Node))).Where(p => p.Column is { Scalar: true } && !item[p.Name].IsNull).DistinctBy(p => p.Column).ToList();
            var found = open.FindIndex(r => properties.All(p => !Comparable(p.Column!, item[p.Name]) || RowOracle.Same(r[p.Column!.Name], item[p.Name])));
            if (found < 0)
            {
                return "an entry is in no new row";
            }

            open.RemoveAt(found);
        }

        return changes.Only(table.Name, inserted: made.Count) ? null : "more than the new rows changed";
    }

    private static string? Deleted(ToolSubject subject, Value arguments, ObjectValue? row, StateChanges changes)
    {
        var (intent, table) = (subject.Intent, subject.Intent.Table!);
        var gone = intent.Kind == IntentKind.DeleteMany ? RowOracle.Matching(intent, subject.State, arguments)
            : subject.State.Rows(table.Name).Where(r => row is not null && r[table.Key.Name] == row[table.Key.Name]).ToList();
        if (!changes.Deleted(table.Name).Select(Value.From).ToHashSet().SetEquals(gone.Select(Value.From)))
        {
            return $"{gone.Count} rows should be gone, {changes.Deleted(table.Name).Count} are";
        }

        foreach (var child in subject.Plan.Tables.Where(t => t != table))
        {
            foreach (var column in child.Columns.Where(c => c.References?.Table == table.Name && c != child.Key))
            {
                var affected = subject.State.Rows(child.Name).Where(r => gone.Any(g => g[table.Key.Name] == r[column.Name])).ToList();
                var deleted = changes.Deleted(child.Name).Select(Value.From).ToHashSet();
                if (child.Parent == table && affected.Any(a => !deleted.Contains(Value.From(a))))
                {
                    return $"rows of {child.Name} outlive their {table.Singular}";
                }

                if (child.Parent != table && column.Nullable && affected.Any(a => !deleted.Contains(Value.From(a)) && !changes.After(child.Name, a[child.Key.Name])?[column.Name].IsNull == true))
                {
                    return $"rows of {child.Name} still refer to what is gone";
                }
            }

            if (changes.Inserted(child.Name).Count > 0 || (child.Columns.All(c => c.References is null) && changes.Touches(child.Name)))
            {
                return $"{child.Name} changed";
            }
        }

        return changes.Inserted(table.Name).Count > 0 ? "rows were inserted" : null;
    }

    /// <summary>Whether an argument is stored as it is: of the column's own kind, and no enumeration's stranger.</summary>
    public static bool Comparable(ColumnPlan column, Value given) => Holds(column, given) || (column.Textual && given.IsNumber && column.Enum is null);

    public static bool Holds(ColumnPlan column, Value value) => (column.Enum is null || column.Enum.Contains(value)) && column.Type switch
    {
        ColumnType.String => value.IsString,
        ColumnType.Date => value.IsString && value.AsString.Length == 10,
        ColumnType.Datetime => value.IsString && value.AsString.Length == 20,
        ColumnType.Integer => value.IsInteger,
        ColumnType.Number => value.IsNumber,
        ColumnType.Boolean => value.IsBoolean,
        ColumnType.Array => value.IsArray,
        ColumnType.Object => value.IsObject,
        _ => true,
    };
}
