using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Inserts a row for each entry of an array argument.</summary>
internal static class CreateManyProgram
{
    public static void Write(ProgramScope scope, CreateManyEffect effect)
    {
        var message = $"{ProgramScope.Thing(effect.Table)} created.";
        var shaper = new ResultShaper(scope) { Facts = new ResultFacts { Message = message } };
        var entries = ProgramScope.Value(effect.Entries);
        var row = Row(scope, effect, shaper.Fallbacks);
        scope.Check();
        scope.Body.Add(new Let("made", Constant(Value.EmptyArray)));
        scope.Body.Add(new ForEach("entry", entries, scope.Within(() =>
        {
            scope.Body.Add(new Insert(effect.Table.Name, NewRow.Completed(scope, row), ProgramScope.Row));
            scope.Do(Var(ProgramScope.Row));
            scope.Body.Add(new Let("made", Op(Operator.Append, Var("made"), Var(ProgramScope.Row))));
        })));
        scope.Settle(ProgramScope.Row);
        var counted = new ResultShaper(scope)
        {
            Facts =
            new ResultFacts { Total = Op(Operator.Count, Var("made")), Shown = Op(Operator.Count, Var("made")), Message = message }
        };
        var showsRow = scope.Tool.Result.Payload.Properties.Any(p => effect.Table.Column(p.Name) is not null);
        scope.Body.Add(new Return(scope.Tool.Result.Kind == ResultKind.Entity && !showsRow
            ? counted.OfNothing()
            : counted.OfRows(map => map is null ? Var("made") : new MapItems(Var("made"), "r", null, null, map(Var("r"))))));
    }

    private static List<KeyValuePair<string, Expression>> Row(ProgramScope scope, CreateManyEffect effect, Fallbacks fallbacks)
    {
        var members = effect.Members.ToDictionary(m => m.Column, m => m.Property);
        var row = new List<KeyValuePair<string, Expression>>();
        foreach (var column in effect.Table.Columns)
        {
            var fallback = NewRow.FromCall(scope, column) ?? NewRow.Born(scope, column, fallbacks);
            if (members.TryGetValue(column, out var property))
            {
                var value = Typed(Member(Var("entry"), property.Name), property.Node, column);
                row.Add(Set(column.Name, fallback is null || (property.Required && !property.Node.Nullable && ColumnTypes.Of(property.Node) == column.Type)
                    ? value
                    : Coalesce(value, fallback)));
            }
            else if (fallback is not null)
            {
                row.Add(Set(column.Name, fallback));
            }
        }

        return row;
    }

    private static Expression Typed(Expression value, SchemaNode node, ColumnModel column) =>
        ColumnTypes.Of(node) == column.Type
            || column.Type == ColumnType.Any
            || (node.Scalar && column.Textual && node.Kind == NodeKind.String)
            || (node.Kind == NodeKind.Integer && column.Numeric)
            ? value
            : column.Textual ? When(IsNull(value), Null, Op(Operator.ToText, value)) : column.Numeric ? Op(Operator.ToNumber, value) : Null;
}
