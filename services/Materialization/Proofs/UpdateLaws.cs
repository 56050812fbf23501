using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>What a change of an existing row must have done: what was given, nothing else, and shown as it is now.</summary>
internal static class UpdateLaws
{
    public static string? Updated(ToolSubject subject, Value arguments, ObjectValue? row, Value result, StateChanges changes)
    {
        var (intent, table) = (subject.Intent, subject.Intent.Table!);
        row = intent.Key is null ? RowOracle.Matching(intent, subject.State, arguments).FirstOrDefault() : row;
        if (row is null)
        {
            return null;
        }

        var updated = changes.Updated(table.Name);
        if (updated.Count > 1 || !changes.Only(table.Name, updated: updated.Count))
        {
            return "more than the one row changed";
        }

        if (updated.Count == 1 && updated[0].Before[table.Key.Name] != row[table.Key.Name])
        {
            return "another row changed";
        }

        var after = updated.Count == 1 ? updated[0].After : row;
        foreach (var column in table.Columns)
        {
            var binding = intent.Assignments.FirstOrDefault(a => a.Column == column);
            var given = binding is null ? Value.Null : ArgumentForge.Of(arguments, binding.Parameter);
            var (old, now) = (row[column.Name], after[column.Name]);
            if (column == intent.Changed)
            {
                if (Changed(intent, arguments, old, now) is { } wrong)
                {
                    return wrong;
                }
            }
            else if (!given.IsNull)
            {
                if (WriteLaws.Comparable(column, given) && !RowOracle.Same(now, given))
                {
                    return $"{column.Name} was given and is not stored";
                }
            }
            else if (now != old && !Mark(intent, column))
            {
                return $"{column.Name} changed though nothing asks for it";
            }
            else if (Stamped(column) && !(now.IsString ? now.AsString.StartsWith("2026-01-01", StringComparison.Ordinal) : now is { IsNumber: true, AsNumber: >= 1767225600 and < 1767312000 }))
            {
                return $"{column.Name} is not the session's clock";
            }
            else if (intent.Kind == IntentKind.Transition && Mark(intent, column) && !Equalities.IsClock(column) && now == old && column.Enum is null && Semantics.IsInstant(column.Words) && now.IsNull)
            {
                return $"{column.Name} does not tell when";
            }
        }

        return ResultOracle.Row(intent, result, after);
    }

    public static string? Transferred(ToolSubject subject, Value arguments, Value result, StateChanges changes)
    {
        var intent = subject.Intent;
        var owner = subject.Plan.Tables.First(t => t.Key == intent.Key!.Column);
        var updated = changes.Updated(owner.Name);
        if (updated.Count != 2)
        {
            return $"{updated.Count} rows of {owner.Name} changed";
        }

        var (amount, balance) = (ArgumentForge.Of(arguments, intent.Amount!).AsNumber, intent.Changed!.Name);
        foreach (var (before, after) in updated)
        {
            var out_ = RowOracle.Same(before[owner.Key.Name], ArgumentForge.Of(arguments, intent.Key!.Parameter));
            var moved = after[balance].AsNumber - before[balance].AsNumber;
            if (Math.Abs(moved - (out_ ? -amount : amount)) > 1e-6 || before.Any(m => m.Key != balance && after[m.Key] != m.Value))
            {
                return "a balance is wrong";
            }
        }

        return changes.Inserted(intent.Table!.Name) is [var record]
            ? WriteLaws.NewRow(subject, arguments, record, intent.Table) ?? ResultOracle.Row(intent, result, record)
            : "the transfer is not recorded";
    }

    private static string? Changed(ToolIntent intent, Value arguments, Value old, Value now)
    {
        if (intent.Kind == IntentKind.Transition)
        {
            return now == intent.Target ? null : $"the status is {now.ToJson()}, not {intent.Target?.ToJson()}";
        }

        var given = ArgumentForge.Of(arguments, intent.Many!);
        var entries = given.IsArray ? given.AsArray.ToArray() : [given];
        if (!now.IsArray)
        {
            return intent.Kind == IntentKind.Link ? RowOracle.Same(now, given) || !WriteLaws.Comparable(intent.Changed!, given) ? null : "the link is not stored" : now.IsNull || now == old || RowOracle.Same(now, given) ? null : "the link is not gone";
        }

        var before = old.IsArray ? old.AsArray.ToArray() : [];
        var after = now.AsArray.ToArray();
        return intent.Kind == IntentKind.Link
            ? entries.All(after.Contains) && before.All(after.Contains) && after.All(a => before.Contains(a) || entries.Contains(a)) ? null : "the set does not hold what was added"
            : !entries.Any(after.Contains) && after.All(before.Contains) && before.All(b => after.Contains(b) || entries.Contains(b)) ? null : "the set still holds what was removed";
    }

    /// <summary>Columns that tell when a change happened.</summary>
    private static bool Mark(ToolIntent intent, ColumnPlan column) => Stamped(column)
        || (intent.Kind == IntentKind.Transition && Semantics.IsInstant(column.Words) && intent.Target is { IsString: true } target && Words.Snake(column.Name).StartsWith(Words.Snake(target.AsString), StringComparison.Ordinal));

    private static bool Stamped(ColumnPlan column) => Equalities.IsClock(column)
        && column.Words.Any(w => w is "updated" or "modified" or "changed" or "update" or "modification" or "edited");
}
