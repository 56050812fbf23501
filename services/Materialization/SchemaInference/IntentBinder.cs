using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Overrides;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Binds a tool's parameters to the columns that they read and write.</summary>
internal static class IntentBinder
{
    private static readonly Dictionary<string, (string[] Columns, bool Value)> Switches = new(StringComparer.Ordinal)
    {
        ["enable"] = (["enabled", "is_enabled", "active", "is_active"], true), ["disable"] = (["enabled", "is_enabled", "active", "is_active"], false),
        ["activate"] = (["active", "is_active", "enabled"], true), ["deactivate"] = (["active", "is_active", "enabled"], false),
        ["archive"] = (["archived", "is_archived"], true), ["unarchive"] = (["archived", "is_archived"], false),
        ["lock"] = (["locked", "is_locked"], true), ["unlock"] = (["locked", "is_locked"], false),
        ["publish"] = (["published", "is_published"], true), ["unpublish"] = (["published", "is_published"], false),
        ["verify"] = (["verified", "is_verified"], true), ["mute"] = (["muted", "is_muted"], true), ["unmute"] = (["muted", "is_muted"], false),
        ["complete"] = (["completed", "done", "is_completed", "is_complete", "is_done"], true),
        ["close"] = (["closed", "is_closed", "completed", "is_completed", "done", "is_done"], true),
        ["reopen"] = (["closed", "is_closed", "completed", "is_completed", "done", "is_done", "resolved", "is_resolved"], false),
        ["turnon"] = (["on", "is_on", "enabled", "is_enabled"], true), ["turnoff"] = (["on", "is_on", "enabled", "is_enabled"], false),
        ["ban"] = (["banned", "is_banned"], true), ["unban"] = (["banned", "is_banned"], false),
        ["pause"] = (["paused", "is_paused"], true), ["resume"] = (["paused", "is_paused"], false),
        ["block"] = (["blocked", "is_blocked"], true), ["unblock"] = (["blocked", "is_blocked"], false),
    };

    public static ToolIntent Bind(DomainPlan plan, ToolReading reading, IntentKind kind, InferenceHints hints)
    {
        if (kind == IntentKind.Lookup)
        {
            return new ToolIntent { Reading = reading, Kind = kind };
        }

        var table = plan.Tables.First(t => t.Singular == reading.Resource);
        var intent = new ToolIntent { Reading = reading, Kind = kind, Table = table };
        BindPath(intent, table);
        BindKey(intent, table);
        switch (intent.Kind)
        {
            case IntentKind.Transition:
                BindTransition(intent, table);
                break;
            case IntentKind.Transfer:
                BindTransfer(plan, intent);
                break;
            case IntentKind.Link or IntentKind.Unlink:
                BindLink(intent, table);
                break;
            case IntentKind.CreateMany:
                intent.Many = IntentKinds.ArrayOfObjects(reading) ?? throw new OverridesException(
                    $"/tools/{intent.Name}/effect", "create_many needs a parameter that is a list of objects.");
                break;
        }

        if (intent.Writes && intent.Kind is not IntentKind.Delete and not IntentKind.DeleteMany)
        {
            BindAssignments(intent, table);
            if (intent is { Kind: IntentKind.Update, Key: not null, Changed: null, Assignments.Count: 0 } && !Flags.Bind(intent, table) && !StatedValues.Bind(intent, table))
            {
                KeepValue(intent, table);
            }
        }
        else
        {
            BindFilters(intent, table);
            intent.Order = kind == IntentKind.List ? StatedOrder.Of(reading, table) : null;
        }

        return intent;
    }

    /// <summary>A tool that takes the thing itself, as set_orientation(orientation), keeps what it is given: a value that is not known yet becomes known.</summary>
    private static void KeepValue(ToolIntent intent, TablePlan table)
    {
        var words = intent.Key!.Parameter.Words;
        if (intent.Key.Column == table.Key && intent.Key.Parameter is { Required: true, Container: null }
            && words[^1] is not ("id" or "uuid" or "guid" or "number" or "code") && Words.ResourceKey(words) is var name && (name == intent.Reading.Resource || name == intent.Reading.Resource.Split('_')[^1]))
        {
            intent.Kind = IntentKind.Upsert;
            intent.Evidence.Add($"It takes the {Words.Phrase(table.Singular)} itself and nothing else, so a new one is kept.");
        }
    }

    private static void BindPath(ToolIntent intent, TablePlan table)
    {
        var reading = intent.Reading;
        var keyed = intent.Kind is not (IntentKind.List or IntentKind.Create or IntentKind.Count or IntentKind.CreateMany or IntentKind.DeleteMany);
        var variables = reading.Parents.SelectMany(p => p.Variables).Concat(keyed ? reading.KeyVariables.SkipLast(1) : reading.KeyVariables);
        foreach (var variable in variables)
        {
            if (Keys.Find(reading, variable) is { } parameter && TableBuilder.ScopeColumn(table, reading, parameter) is { } column
                && intent.Scope.All(s => s.Column != column))
            {
                intent.Scope.Add(new ColumnBinding(column, parameter));
            }
        }
    }

    private static void BindKey(ToolIntent intent, TablePlan table)
    {
        var reading = intent.Reading;
        if (intent.Kind is IntentKind.List or IntentKind.Count or IntentKind.CreateMany or IntentKind.DeleteMany or IntentKind.Transfer)
        {
            return;
        }

        if (intent.Kind == IntentKind.Create)
        {
            // A key among the inputs of a create is chosen by the caller.
            if (reading.Parameters.FirstOrDefault(p => !p.InPath && p.Required && p.Role == ParameterRole.Field && p.Node.Scalar && ColumnMatcher.Exact(table, p.Name) == table.Key) is { } own)
            {
                intent.Key = new ColumnBinding(table.Key, own);
            }

            return;
        }

        if (Keys.Parameter(reading) is { } parameter)
        {
            var column = ColumnMatcher.Match(table, parameter.Name);
            column = reading.KeyVariables.Contains(parameter.Name) || column is not { Scalar: true } ? table.Key : column;
            column = parameter.Words[^1] is "id" or "uuid" or "guid" || intent.Kind != IntentKind.Get ? table.Key : column;
            intent.Key = new ColumnBinding(column, parameter);
        }
    }

    private static void BindTransition(ToolIntent intent, TablePlan table)
    {
        if (Switches.TryGetValue(intent.Reading.Verb, out var flag)
            && table.Columns.FirstOrDefault(c => c.Type == ColumnType.Boolean && flag.Columns.Contains(Words.Snake(c.Name))) is { } boolean)
        {
            intent.Changed = boolean;
            intent.Target = flag.Value;
            intent.From = StatedStatuses.Repeats(intent.Reading) ? [!flag.Value, flag.Value] : [!flag.Value];
            boolean.Nullable = false;
            boolean.Demanded = true;
            intent.Evidence.Add($"Sets {table.Name}.{boolean.Name} to {(flag.Value ? "true" : "false")}.");
            return;
        }

        table.Status ??= StatusColumn(table);
        if (table.Status is null)
        {
            table.Status = TableBuilder.Put(table, table.Column("status") is null ? "status" : "life_cycle_status", null, $"{intent.Name}: the verb \"{intent.Reading.Verb}\" needs a status");
            table.Status.Type = ColumnType.String;
        }

        table.Status.Demanded = true;
        table.Status.Nullable = false;
    }

    public static ColumnPlan? StatusColumn(TablePlan table) =>
        table.Columns.FirstOrDefault(c => c.Type == ColumnType.String && c.Enum is { Count: > 1 } && c.Words[^1] is "status" or "state" or "phase" or "stage" or "lifecycle")
        ?? table.Columns.FirstOrDefault(c => c.Type == ColumnType.String && c.Enum is null && c.References is null && (c.Words[^1] is "status" || (c.Words[^1] is "state" && table.Column("city") is null && c.Words.Count <= 2)));

    private static void BindTransfer(DomainPlan plan, ToolIntent intent)
    {
        var roles = TransferRoles.Of(intent.Reading) ?? throw new OverridesException(
            $"/tools/{intent.Name}/effect", "A transfer needs a source, a target and an amount among the parameters, such as from_account, to_account and amount.");
        var words = roles.From.Words.Where(w => w is not "from" and not "source" and not "sender" and not "id" and not "number" and not "payer" and not "debit").ToList();
        var owner = plan.Tables.FirstOrDefault(t => t.Singular == Words.ResourceKey(words)) ?? plan.Tables.FirstOrDefault(t => t.Singular is "account" or "wallet" or "inventory");
        var balance = owner?.Columns.FirstOrDefault(c => c.Numeric && c.Words[^1] is "balance" or "amount" or "quantity" or "stock" or "points" or "credits" or "credit");
        if (owner is null || balance is null || owner == intent.Table)
        {
            intent.Kind = IntentKind.Create;
            intent.Evidence.Add("No table with a balance is known, so the transfer is recorded only.");
            return;
        }

        intent.Key = new ColumnBinding(owner.Key, roles.From);
        intent.OtherKey = new ColumnBinding(owner.Key, roles.To);
        intent.Amount = roles.Amount;
        intent.Changed = balance;
        balance.Nullable = false;
        balance.Demanded = true;
        intent.Evidence.Add($"Moves {roles.Amount.Name} from one row of {owner.Name} to another by {balance.Name}, and records it in {intent.Table!.Name}.");
    }

    private static void BindLink(ToolIntent intent, TablePlan table)
    {
        var reading = intent.Reading;
        var other = reading.Parameters.FirstOrDefault(p => p != intent.Key?.Parameter && p.Role == ParameterRole.Field && intent.Scope.All(s => s.Parameter != p) && (p.Node.Scalar || p.Node.Kind == NodeKind.Array));
        if (intent.Key is null || other is null)
        {
            intent.Kind = intent.Kind == IntentKind.Link ? IntentKind.Create : intent.Key is null ? IntentKind.DeleteMany : IntentKind.Delete;
            return;
        }

        var column = ColumnMatcher.Match(table, other.Name)
            ?? ColumnMatcher.Exact(table, [.. other.Words.SkipLast(1), Words.Plural(other.Words[^1])])
            ?? (other.Words[^1] is "id" ? ColumnMatcher.Exact(table, [.. other.Words.SkipLast(2), Words.Plural(other.Words[Math.Max(0, other.Words.Count - 2)])]) : null);
        if (column is { Type: ColumnType.Array } || column is { Scalar: true } && column != table.Key)
        {
            intent.Changed = column;
            intent.Many = other;
            intent.Evidence.Add($"Changes {table.Name}.{column.Name} by the parameter {other.Name}.");
        }
        else
        {
            intent.Kind = IntentKind.Update;
        }
    }

    private static void BindAssignments(ToolIntent intent, TablePlan table)
    {
        var reading = intent.Reading;
        // A transfer's keys identify rows of another table: in its own record they are columns like any other.
        var keys = intent.Kind == IntentKind.Transfer ? [] : new[] { intent.Key?.Parameter, intent.OtherKey?.Parameter };
        foreach (var parameter in reading.Parameters.Where(p => p.Role == ParameterRole.Field && p != intent.Many && !keys.Contains(p)))
        {
            if (intent.Scope.Any(s => s.Parameter == parameter) || ColumnMatcher.Match(table, parameter.Name, parameter.Node) is not { } column
                || (column == table.Key && intent.Kind is not IntentKind.Create) || column == intent.Changed || intent.Assignments.Any(a => a.Column == column) || intent.Scope.Any(s => s.Column == column))
            {
                continue;
            }

            intent.Assignments.Add(new ColumnBinding(column, parameter));
        }
    }

    private static void BindFilters(ToolIntent intent, TablePlan table)
    {
        foreach (var parameter in intent.Reading.Parameters.Where(p => p.Role is ParameterRole.Field or ParameterRole.From or ParameterRole.To && p != intent.Key?.Parameter))
        {
            if (intent.Scope.Any(s => s.Parameter == parameter) || (intent.Kind is IntentKind.Delete && intent.Key is not null))
            {
                continue;
            }

            var column = parameter.Role == ParameterRole.Field ? ColumnMatcher.Match(table, parameter.Name, parameter.Node) : ColumnMatcher.Range(table, parameter);
            if (column is null || (parameter.Role != ParameterRole.Field && (!column.Scalar || !Comparable(column, parameter))))
            {
                continue;
            }

            if (parameter.Node.Scalar ? column.Scalar || column.Type == ColumnType.Array : parameter.Node.Kind == NodeKind.Array && parameter.Node.Items.Scalar && column.Scalar)
            {
                intent.Filters.Add(new ColumnBinding(column, parameter));
            }
        }
    }

    private static bool Comparable(ColumnPlan column, ToolParameter parameter) => parameter.Node.Kind is NodeKind.Integer or NodeKind.Number ? column.Numeric : column.Textual;
}
