using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Makes one table of everything that the tools of a resource show and take.</summary>
internal sealed class TableBuilder(DomainPlan plan)
{
    private const int MaxColumns = 90;
    private const int MaxInputs = 60;
    private const string Place = "position";
    private const string Plain = "value";

    private static readonly HashSet<string> Acknowledgement = new(StringComparer.Ordinal)
    {
        "success", "ok", "message", "status", "deleted", "result", "error", "errors", "code", "id", "acknowledged", "updated", "msg", "status_code",
            "request_id", "detail", "details", "count",
    };

    public void Add(string resource, IReadOnlyList<ToolReading> readings, IReadOnlyDictionary<ToolReading, EffectKind> kinds, InferenceHints hints)
    {
        var table = new TablePlan { Name = hints.Dump?.TableOf(resource) ?? TableName(resource, hints), Singular = resource };
        plan.Tables.Add(table);
        hints.Dump?.Begin(table);
        KeepApart(table, readings);
        var ordered = readings.OrderBy(r => kinds[r].Form.Shows).ThenBy(r => r.Tool.Name, StringComparer.Ordinal).ToList();

        // The user's own rows show their columns; a tool without a document of its own adds none to them.
        var telling = table.Columns.Count > 0 ? ordered.Where(r => r.Located).ToList() : ordered;
        foreach (var reading in telling)
        {
            AddResult(table, reading, kinds[reading]);
        }

        SetKey(table, ordered, kinds, hints);
        foreach (var reading in telling)
        {
            AddInputs(table, reading, kinds[reading]);
        }

        if (readings.Count > 0 && readings.All(r => kinds[r] is GetKind or UpdateKind
            && r.Parents.Count == 0
            && r.KeyVariables.Count == 0
            && Keys.Parameter(r) is null)
            && readings.Any(r => kinds[r] is GetKind && r.Parameters.All(p => p.Role == ParameterRole.Boilerplate)))
        {
            table.FixedRows = 1;
        }
    }

    /// <summary>Marks names that stand beside each other in one tool and differ in no letter or digit.</summary>
    private static void KeepApart(TablePlan table, IReadOnlyList<ToolReading> readings)
    {
        foreach (var reading in readings)
        {
            KeepApart(table, reading.Result.Payload.Kind == NodeKind.Object ? reading.Result.Payload.Properties.Select(p => p.Name) : []);
            KeepApart(table, reading.Parameters.Where(p => !p.InPath && p.Role == ParameterRole.Field).Select(p => p.Name));
            foreach (var rows in reading.Parameters.Where(p => p.Node.Kind == NodeKind.Array && p.Node.Items.Kind == NodeKind.Object))
            {
                KeepApart(table, rows.Node.Items.Properties.Select(p => p.Name));
            }
        }
    }

    private static void KeepApart(TablePlan table, IEnumerable<string> names)
    {
        foreach (var alike in names.Distinct(StringComparer.Ordinal).GroupBy(n => Words.Snake(Words.OfMember(n)), StringComparer.Ordinal)
            .Where(g => g.Count() > 1))
        {
            table.Apart.UnionWith(alike);
        }
    }

    /// <summary>The column of a name, made or widened.</summary>
    public static ColumnPlan Put(TablePlan table, string name, SchemaNode? node, string origin, bool demanded = false)
    {
        var column = ColumnMatcher.Exact(table, name);
        if (column is null)
        {
            column = new ColumnPlan
            {
                Name = name,
                Facts = ColumnFacts.Of(node),
                Node = node,
                Semantic = Semantics.Of(name, node?.Kind ?? NodeKind.String, node?.Format, table.Singular),
            };
            table.Columns.Add(column);
        }
        else if (node is not null)
        {
            column.Node ??= ColumnTypes.Of(node) == column.Type ? node : null;
            Widen(column, node);
        }

        if (node is not null)
        {
            column.Sources.Add(node);
        }

        column.Demanded |= demanded && node is not { Nullable: true };
        column.Origins.Add(origin);
        return column;
    }

    private static void Widen(ColumnPlan column, SchemaNode node)
    {
        if (column.Mixed)
        {
            return;
        }

        var type = ColumnTypes.Of(node);
        if (node.Nullable && !column.Demanded)
        {
            column.Facts.Nullable.Say(true, Source.Schema);
        }

        if (column.Type == ColumnType.Any && type != ColumnType.Any)
        {
            column.Facts.Type.Say(type, Source.Schema);
            column.Facts.Enum.Say(node.Scalar ? node.Enum?.ToList() : null, Source.Schema);
            column.Node = node;
        }
        else if (column.Type == ColumnType.Integer && type == ColumnType.Number)
        {
            column.Facts.Type.Correct(ColumnType.Number);
        }
        else if (column.Textual && type is ColumnType.String or ColumnType.Date or ColumnType.Datetime && type != column.Type)
        {
            // A day in one tool and a free text in another: the column takes both.
            column.Facts.Type.Correct(ColumnType.String);
        }
        else if (Family(type) != Family(column.Type) && column.Sources.Exists(s => s.Mixed && s.Admits(node.Kind)))
        {
            // What is shown takes several kinds of values, and a tool gives another kind than the first: it stays what it is.
            column.Facts.Type.Correct(ColumnType.Any);
            column.Facts.Enum.Correct(null);
            column.Mixed = true;
            return;
        }

        if (type == column.Type && node.Scalar && node.Enum is { } declared)
        {
            // One tool that names the values speaks for those that only say "string".
            column.Facts.Enum.Say([.. (column.Enum ?? []).Union(declared)], Source.Schema);
        }
    }

    /// <summary>Types between which a value can be carried over without loss.</summary>
    private static ColumnType Family(ColumnType type) => type switch
    {
        ColumnType.Date or ColumnType.Datetime => ColumnType.String,
        ColumnType.Integer => ColumnType.Number,
        _ => type,
    };

    private void AddResult(TablePlan table, ToolReading reading, EffectKind kind)
    {
        var payload = reading.Result.Payload;
        if (kind.Form.Shows == Showing.Nothing)
        {
            return;
        }

        var place =
            $"{reading.Tool.Name} returns{string.Concat(reading.Result.Path.Select(p => "." + p))}{(reading.Result.Kind == ResultKind.Collection ? "[]" : "")}";
        if (payload.Kind != NodeKind.Object)
        {
            if (kind.Form.Shows == Showing.Rows && reading.Result.Kind == ResultKind.Collection && payload.Scalar && table.Columns.Count == 0)
            {
                Put(table, payload.Kind == NodeKind.String ? "name" : "value", payload, place, demanded: true);
            }

            return;
        }

        if (reading.Result.Kind is ResultKind.Unknown || (kind.Form.Writes && IsAcknowledgement(payload)))
        {
            return;
        }

        foreach (var property in payload.Properties)
        {
            if ((table.Columns.Count >= MaxColumns && !property.Required)
                || (reading.Parameters.FirstOrDefault(p => p.Name == property.Name) is { } told && ActedColumns.Of(table, reading, told) is not null))
            {
                continue;
            }

            Put(table, property.Name, property.Node, $"{place}.{property.Name}", property.Required
                && kind.Form.Shows <= Showing.NewRow);
        }
    }

    private static bool IsAcknowledgement(SchemaNode node) => node.Properties.All(p => Acknowledgement.Contains(Words.Snake(p.Name)));

    private static void SetKey(TablePlan table, IReadOnlyList<ToolReading> readings, IReadOnlyDictionary<ToolReading, EffectKind> kinds, InferenceHints hints)
    {
        var entity = readings.Where(r => kinds[r].Form.Shows <= Showing.KeptRow
            && r.Result.Payload.Kind == NodeKind.Object).Select(r => r.Result.Payload).ToList();
        var keyed = readings.Where(r => kinds[r].Form.Key == KeyRole.Names)
            .Select(r => (Reading: r, Parameter: Keys.Parameter(r))).Where(p => p.Parameter is not null).ToList();
        var parameter = keyed.FirstOrDefault().Parameter;
        parameter = Keys.Identifies(table.Singular, parameter, entity) ? parameter : null;
        var entries = readings.Any(r => r.Entry is not null);
        var named = hints.KeyOf(
            table, entries ? null : entity.Select(e => Keys.Property(e, table.Singular, parameter?.Name)?.Name).FirstOrDefault(n => n is not null));
        var origin = parameter is not null ? $"{keyed[0].Reading.Tool.Name} parameters.{parameter!.Name}" : "added: rows need a key";
        if (named.Value is null && table is { Form: ListForm, HasRows: false } && readings.Any(r => r.Listed is not null))
        {
            // A list on which plain values are put.
            named = new Decided<string?>(Plain, Source.Convention);
            table.Form = new ValuesForm(table.Form.Member);
        }
        else if (named.Value is null && parameter is null && table is { Form: ListForm { Position: null }, HasRows: false, Columns.Count: > 0 })
        {
            // A list without items, of which the tools tell all but a key: its items are known by their places.
            named = new Decided<string?>(Place, Source.Convention);
            table.Form = table.Form with { Position = Place };
            Put(table, Place, null, origin).Facts.Type.Correct(ColumnType.Integer);
        }

        var column = named.Value is { } name
            ? table.Column(name) ?? Put(table, name, parameter?.Node, origin)
            : Put(table, parameter is null ? $"{table.Singular}_id" : parameter.Words is ["id"] ? "id" : parameter.Name, parameter?.Node, origin);
        if (column.Type is not (ColumnType.String or ColumnType.Integer))
        {
            column.Facts.Type.Correct(column.Type == ColumnType.Number ? ColumnType.Integer : ColumnType.String);
        }

        // A key is always there and none of a list.
        column.Facts.Nullable.Correct(false);
        column.Facts.Enum.Correct(null);
        column.Demanded = true;
        column.Semantic ??= "id";
        (table.Key, table.KeySource) = (column, named.Value is null && parameter is not null ? Source.Schema : named.Source);
        table.Columns.Remove(column);
        table.Columns.Insert(0, column);
    }

    private static void AddInputs(TablePlan table, ToolReading reading, EffectKind kind)
    {
        var key = Keys.Parameter(reading);
        foreach (var (_, variables) in reading.Parents)
        {
            foreach (var variable in variables)
            {
                if (Keys.Find(reading, variable) is { } parameter && ScopeColumn(table, reading, parameter) is null)
                {
                    Put(table, parameter.Name, parameter.Node, $"{reading.Tool.Name} parameters.{parameter.Name} (path)", demanded: true);
                }
            }
        }

        foreach (var variable in reading.KeyVariables.SkipLast(kind.Form.Key == KeyRole.Names ? 1 : 0))
        {
            if (Keys.Find(reading, variable) is { } parameter && ScopeColumn(table, reading, parameter) is null)
            {
                Put(table, parameter.Name, parameter.Node, $"{reading.Tool.Name} parameters.{parameter.Name} (path)", demanded: true);
            }
        }

        if (!kind.Form.TakesColumns || reading.Account is not null)
        {
            return;
        }

        var many = kind.RowsOf(reading);
        if (many is not null)
        {
            foreach (var member in many.Node.Items.Properties.Take(MaxInputs).Where(m => ColumnMatcher.Match(table, m.Name) is null))
            {
                Put(table, member.Name, member.Node, $"{reading.Tool.Name} parameters.{many.Name}[].{member.Name}");
            }
        }

        foreach (var parameter in reading.Parameters.Where(p => !p.InPath && p.Role == ParameterRole.Field && p != key && p != many
            && !ColumnChoices.Speaks(reading, p)).Take(MaxInputs))
        {
            var reads = !kind.Form.Writes;
            if (ColumnMatcher.Match(table, parameter.Name, parameter.Node) is { } known)
            {
                if (!reads && known != table.Key)
                {
                    Widen(known, parameter.Node);
                    known.Sources.Add(parameter.Node);
                    known.Enum?.AddRange((parameter.Node.Enum ?? []).Except(known.Enum));
                }

                continue;
            }

            if (ActedColumns.Of(table, reading, parameter) is not null)
            {
                continue;
            }

            if (table.Columns.Count >= MaxColumns || table.HasRows)
            {
                // The rows of a user's own table have the columns that there are.
                continue;
            }

            if (IsOfAct(reading) && table.Columns.Exists(c => c != table.Key && c.Demanded))
            {
                // What an act is given is no member of a thing whose members are declared.
                continue;
            }

            // A read filters by scalars only; what a write takes is kept.
            if (!reads || (parameter.Node.Scalar && parameter.Node.Kind != NodeKind.Boolean && !FilterColumns.Excludes(parameter)
                && FilterColumns.Of(table, parameter) is null && FilterColumns.InEntries(table, parameter, c => c.Node) is null))
            {
                Put(table, parameter.Name, parameter.Node, $"{reading.Tool.Name} parameters.{parameter.Name}");
            }
        }
    }

    /// <summary>Whether a tool is an act on an item, by a word behind the item in its path: <c>POST /rentals/{id}/extend</c>.</summary>
    private static bool IsOfAct(ToolReading reading) => reading is { Reads: false, Located: true, OnItem: true } && reading.Tool.Http is { } http
        && string.Equals(http.Method, "POST", StringComparison.OrdinalIgnoreCase)
        && (ResourcePath.Parse(http.Path) is { Verb: not null } or { Groups: [.., { Variables.Count: 0 }] });

    public static ColumnPlan? ScopeColumn(TablePlan table, ToolReading reading, ToolParameter parameter)
    {
        var column = ColumnMatcher.Exact(table, parameter.Name);
        return column is not null && column.Scalar && (table.Key is null || column != table.Key || reading.KeyVariables.Contains(parameter.Name))
            ? column
            : null;
    }

    private string TableName(string resource, InferenceHints hints)
    {
        var words = resource.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var name = words.Length == 0 ? "records" : string.Join('_', words[..^1].Append(Words.Plural(words[^1])));
        name = new string([.. name.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : 'x')]);
        name = name.Length > 60 ? name[..60] : name;
        name = char.IsAsciiDigit(name[0]) || name[0] == '_' ? "t_" + name.TrimStart('_') : name;
        var unique = name;
        for (var i = 2; plan.Table(unique) is not null || hints.Dump?.Names(unique) == true; i++)
        {
            unique = $"{name}_{i}";
        }

        return unique;
    }
}
