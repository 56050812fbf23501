using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Programs that insert rows.</summary>
internal static class CreatePrograms
{
    public static void Create(ProgramScope scope)
    {
        ReadPrograms.GuardParents(scope);
        GuardReferences(scope);
        var shaper = new ResultShaper(scope) { Facts = Facts(scope) };
        scope.Body.Add(new Insert(scope.Table.Name, Row(scope, shaper.Fallbacks), ProgramScope.Row));
        scope.Body.Add(new Return(shaper.OfRow(Var(ProgramScope.Row))));
    }

    public static void CreateMany(ProgramScope scope)
    {
        var many = scope.Intent.Many!;
        ReadPrograms.GuardParents(scope);
        var shaper = new ResultShaper(scope) { Facts = Facts(scope) };
        var members = many.Node.Items.Properties
            .Select(p => (Property: p, Column: ColumnMatcher.Match(scope.Table, p.Name, p.Node)))
            .Where(m => m.Column is not null && (m.Column != scope.Table.Key || m.Property.Required))
            .DistinctBy(m => m.Column)
            .ToDictionary(m => m.Column!, m => m.Property);
        var row = new List<KeyValuePair<string, Expression>>();
        foreach (var column in scope.Table.Columns)
        {
            var fallback = FromCall(scope, column) ?? Defaults.Of(scope, column, shaper.Fallbacks);
            if (members.TryGetValue(column, out var property))
            {
                var value = Typed(Member(Var("entry"), property.Name), property.Node, column);
                row.Add(Set(column.Name, fallback is null || (property.Required && !property.Node.Nullable && TableBuilder.TypeOf(property.Node) == column.Type) ? value : Coalesce(value, fallback)));
            }
            else if (fallback is not null)
            {
                row.Add(Set(column.Name, fallback));
            }
        }

        scope.Body.Add(new Guard(Op(Operator.Gt, Op(Operator.Count, ProgramScope.Value(many)), Constant(0)), ErrorCode.InvalidArguments, Constant($"{many.Name} must not be empty.")));
        scope.Body.Add(new Let("made", Constant(Value.EmptyArray)));
        scope.Body.Add(new ForEach("entry", ProgramScope.Value(many), [new Insert(scope.Table.Name, row, ProgramScope.Row), new Let("made", Op(Operator.Append, Var("made"), Var(ProgramScope.Row)))]));
        var counted = new ResultShaper(scope) { Facts = new ResultFacts { Total = Op(Operator.Count, Var("made")), Shown = Op(Operator.Count, Var("made")), Message = Facts(scope).Message } };
        scope.Body.Add(new Return(scope.Intent.Reading.Result.Kind == ResultKind.Entity && !ShowsRow(scope)
            ? counted.OfNothing()
            : counted.OfRows(map => map is null ? Var("made") : new MapItems(Var("made"), "r", null, null, map(Var("r"))))));
    }

    /// <summary>The columns of a new row: arguments where the tool takes them, defaults for the rest.</summary>
    public static List<KeyValuePair<string, Expression>> Row(ProgramScope scope, Fallbacks fallbacks)
    {
        var row = new List<KeyValuePair<string, Expression>>();
        foreach (var column in scope.Table.Columns)
        {
            var fallback = Defaults.Of(scope, column, fallbacks);
            var given = FromCall(scope, column);
            if (given is not null && fallback is not null && !AlwaysGiven(scope, column))
            {
                given = Coalesce(given, fallback);
            }
            else if (given is not null && fallback is null && column is { Nullable: false } && column != scope.Table.Key && !AlwaysGiven(scope, column))
            {
                given = Coalesce(given, Defaults.ForColumn(column, fallbacks));
            }

            if ((given ?? fallback) is { } value)
            {
                row.Add(Set(column.Name, value));
            }
        }

        return row;
    }

    /// <summary>Rows that arguments refer to must exist.</summary>
    public static void GuardReferences(ProgramScope scope)
    {
        foreach (var binding in scope.Intent.Assignments.Where(a => a.Column.References is not null))
        {
            var parent = scope.Plan.Table(binding.Column.References!.Table);
            if (parent is null || !ProgramScope.Direct(new ColumnBinding(parent.Key, binding.Parameter)))
            {
                continue;
            }

            var value = ProgramScope.Value(binding.Parameter);
            var found = Present(new Get(parent.Name, [value]));
            scope.Body.Add(NotFound(binding.Parameter is { Required: true, Container: null, Node.Nullable: false } ? found : Or(IsNull(value), found),
                Constant($"{ProgramScope.Thing(parent)} '"), Op(Operator.ToText, value), Constant("' was not found.")));
        }
    }

    private static ResultFacts Facts(ProgramScope scope) => new() { Message = $"{ProgramScope.Thing(scope.Table)} created." };

    private static Expression? FromCall(ProgramScope scope, ColumnPlan column)
    {
        var intent = scope.Intent;
        var binding = intent.Key is { } key && key.Column == column ? key
            : intent.Scope.FirstOrDefault(s => s.Column == column) ?? intent.Assignments.FirstOrDefault(a => a.Column == column);
        return binding is null ? null : ProgramScope.Value(binding.Parameter, column);
    }

    private static bool AlwaysGiven(ProgramScope scope, ColumnPlan column)
    {
        var binding = scope.Intent.Scope.Concat(scope.Intent.Assignments).FirstOrDefault(a => a.Column == column) ?? scope.Intent.Key;
        return binding?.Column == column && binding.Parameter is { Required: true, Container: null, Node.Nullable: false }
            && TableBuilder.TypeOf(binding.Parameter.Node) == column.Type;
    }

    private static Expression Typed(Expression value, SchemaNode node, ColumnPlan column) => TableBuilder.TypeOf(node) == column.Type || column.Type == ColumnType.Any || (node.Scalar && column.Textual && node.Kind == NodeKind.String) || (node.Kind == NodeKind.Integer && column.Numeric)
        ? value
        : column.Textual ? When(IsNull(value), Null, Op(Operator.ToText, value)) : column.Numeric ? Op(Operator.ToNumber, value) : Null;

    private static bool ShowsRow(ProgramScope scope) => scope.Intent.Reading.Result.Payload.Properties.Any(p => scope.Table.Column(p.Name) is not null);
}
