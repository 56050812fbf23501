using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>What a tool must refuse, with which code, and that a refused call changes nothing.</summary>
internal static class RefusalLaws
{
    private const string Nowhere = "zz-9999999";

    /// <summary>What is wrong with the answer to a call that must fail, or null.</summary>
    public static string? Judge(ToolSubject subject, (Value Arguments, ErrorCode Code, string Because) refusal, CompiledEnvironment environment)
    {
        var (arguments, code, because) = refusal;
        var session = environment.Open();
        var result = session.Call(subject.Tool.Name, arguments);
        if (result.Ok || result.Error!.Code != code)
        {
            return $"{because} gives {(result.Ok ? "a result" : result.Error!.Code.ToString())}, not {code}: {ToolLaws.Short(arguments)}";
        }

        if (session.Diff().AsObject.Count > 0)
        {
            return $"a refused call changes the state: {ToolLaws.Short(arguments)}";
        }

        return string.IsNullOrWhiteSpace(result.Error.Message)
            ? $"the error does not say what was asked for: {result.Error.Message}"
            : null;
    }

    public static IEnumerable<(Value Arguments, ErrorCode Code, string Because)> Cases(ToolSubject subject)
    {
        if (subject.Probes.Count == 0)
        {
            yield break;
        }

        var intent = subject.Intent;
        var (valid, row) = subject.Probes[0];
        if (intent.Key is { } key && intent.Kind is not IntentKind.Create and not IntentKind.Upsert && Strange(subject, valid, key.Parameter, intent.Table!.Name, key.Column.Name) is { } missing)
        {
            yield return (missing, ErrorCode.NotFound, "an unknown key");
        }

        foreach (var scope in intent.Scope)
        {
            var parent = scope.Column.References is { } reference ? subject.Plan.Table(reference.Table) : null;
            var onItem = intent.Key is not null && intent.Kind is not IntentKind.Create and not IntentKind.Upsert;
            if ((onItem || (parent is not null && ProgramScope.Direct(new ColumnBinding(parent.Key, scope.Parameter))))
                && Strange(subject, valid, scope.Parameter, onItem ? intent.Table!.Name : parent!.Name, onItem ? scope.Column.Name : parent!.Key.Name) is { } elsewhere)
            {
                yield return (elsewhere, ErrorCode.NotFound, "another parent");
            }
        }

        foreach (var binding in intent.Writes ? intent.Assignments.Where(a => a.Column.References is not null) : [])
        {
            if (intent.Kind is not IntentKind.Link and not IntentKind.Transfer && (row is not null || intent.Key is null || intent.Kind is IntentKind.Create or IntentKind.Upsert)
                && Strange(subject, valid, binding.Parameter, binding.Column.References!.Table, binding.Column.References.Column) is { } dangling)
            {
                yield return (dangling, ErrorCode.NotFound, "an unknown reference");
            }
        }

        foreach (var other in ByKind(subject, valid, row))
        {
            yield return other;
        }
    }

    private static IEnumerable<(Value Arguments, ErrorCode Code, string Because)> ByKind(ToolSubject subject, Value valid, ObjectValue? row)
    {
        var intent = subject.Intent;
        if (intent.Kind == IntentKind.Transition && intent.Changed is { } status && intent.Key is { } key)
        {
            foreach (var group in subject.State.Rows(intent.Table!.Name).Where(r => !intent.From.Contains(r[status.Name])).GroupBy(r => r[status.Name]))
            {
                if (subject.Forge.Make(0, group.First(), false) is { } tooLate)
                {
                    yield return (tooLate, ErrorCode.PreconditionFailed, $"{status.Name} {group.Key.ToJson()}");
                }
            }
        }

        if (intent.Requires is { } required && intent.Key is not null)
        {
            foreach (var group in subject.State.Rows(intent.Table!.Name).Where(r => !intent.Admits(r)).GroupBy(r => r[required.Column.Name]))
            {
                if (subject.Forge.Make(0, group.First(), false) is { } notNow)
                {
                    yield return (notNow, ErrorCode.PreconditionFailed, $"{required.Column.Name} {group.Key.ToJson()}");
                }
            }
        }

        if (intent is { Kind: IntentKind.CreateMany, Many: { } many } && Accepted(subject, ArgumentForge.With(valid, many, Value.EmptyArray)) is { } nothing)
        {
            yield return (nothing, ErrorCode.InvalidArguments, "no entries");
        }

        if (intent.Kind is IntentKind.Create && intent.Table!.Unique.Count > 0)
        {
            foreach (var set in intent.Table.Unique)
            {
                var binding = intent.Assignments.FirstOrDefault(a => a.Column.Name == set[0]);
                var taken = subject.State.Rows(intent.Table.Name).Select(r => r[set[0]]).FirstOrDefault(v => !v.IsNull);
                if (binding is not null && !taken.IsNull && Accepted(subject, ArgumentForge.With(valid, binding.Parameter, taken)) is { } again)
                {
                    yield return (again, ErrorCode.Conflict, $"a second {set[0]}");
                }
            }
        }

        if (intent.Kind is IntentKind.Create && intent.Key is { } own && subject.State.Rows(intent.Table!.Name) is { Count: > 0 } rows && WriteLaws.Holds(own.Column, rows[0][own.Column.Name])
            && Accepted(subject, ArgumentForge.With(valid, own.Parameter, rows[0][own.Column.Name])) is { } twice)
        {
            yield return (twice, ErrorCode.Conflict, "a second row of one key");
        }

        if (intent.Kind is IntentKind.Delete && subject.State.Rows(intent.Table!.Name).FirstOrDefault(r => WriteLaws.InUse(subject, r) && intent.Admits(r)) is { } used && subject.Forge.Make(0, used, false) is { } inUse)
        {
            yield return (inUse, ErrorCode.Conflict, "a row that others need");
        }

        if (intent.Kind == IntentKind.Transfer && row is not null)
        {
            if (Accepted(subject, ArgumentForge.With(valid, intent.Amount!, Math.Floor(row[intent.Changed!.Name].AsNumber) + 1)) is { } tooMuch)
            {
                yield return (tooMuch, ErrorCode.PreconditionFailed, "more than there is");
            }

            foreach (var (parameter, value) in new[] { (intent.Amount!, Value.From(0)), (intent.OtherKey!.Parameter, ArgumentForge.Of(valid, intent.Key!.Parameter)) })
            {
                if (Accepted(subject, ArgumentForge.With(valid, parameter, value)) is { } senseless)
                {
                    yield return (senseless, ErrorCode.InvalidArguments, $"a senseless {parameter.Name}");
                }
            }
        }
    }

    /// <summary>The valid arguments with a parameter that names no row of a table.</summary>
    private static Value? Strange(ToolSubject subject, Value valid, ToolParameter parameter, string table, string column)
    {
        if (Unknown(parameter) is { } nobody && Accepted(subject, ArgumentForge.With(valid, parameter, nobody)) is { } plain)
        {
            return plain;
        }

        // Where a pattern forbids that, another value of the pattern is as unknown.
        if (parameter.Node.Enum is not null || parameter.Node.Kind != NodeKind.String)
        {
            return null;
        }

        var taken = subject.State.Rows(table).Select(r => r[column]).ToHashSet();
        var forge = new States.ValueForge(new DeterministicRandom(77, parameter.Name));
        for (var i = 0; i < 6; i++)
        {
            var made = forge.Make(parameter.Node, parameter.Name, null);
            if (!taken.Contains(made) && Accepted(subject, ArgumentForge.With(valid, parameter, made)) is { } unknown)
            {
                return unknown;
            }
        }

        return null;
    }

    /// <summary>A value that names no row, of the parameter's own kind.</summary>
    private static Value? Unknown(ToolParameter parameter) => parameter.Node.Enum is not null ? null : parameter.Node.Kind switch
    {
        NodeKind.String when parameter.Node.Format is "uuid" or "guid" => "00000000-0000-4000-8000-000009999999",
        NodeKind.String or NodeKind.Any => Nowhere,
        NodeKind.Integer or NodeKind.Number => 9999999,
        _ => null,
    };

    private static Value? Accepted(ToolSubject subject, Value arguments) => subject.Forge.Validator.Validate(arguments, out _) is null ? arguments : default(Value?);
}
