using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Turns statements into delegates.</summary>
internal sealed class StatementCompiler(IReadOnlyDictionary<string, TableRules> tables)
{
    private readonly Slots _slots = new();
    private ExpressionCompiler? _expressions;

    private ExpressionCompiler Expressions => _expressions ??= new ExpressionCompiler(tables, _slots);

    /// <summary>The places that the program needs in a frame.</summary>
    public int SlotCount => _slots.Count;

    public Execute Block(IReadOnlyList<Statement> statements)
    {
        Execute[] all = [.. statements.Select(Compile)];
        return f =>
        {
            foreach (var statement in all)
            {
                var flow = statement(f);
                if (flow != Flow.Next)
                {
                    return flow;
                }
            }

            return Flow.Next;
        };
    }

    private Execute Compile(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                var (be, slot) = (Expressions.Held(let.Be), _slots.Of(let.Name));
                return f =>
                {
                    f.Slots[slot] = be(f);
                    return Flow.Next;
                };
            case If choice:
                var (condition, then, otherwise) = (Expressions.Test(choice.Condition), Block(choice.Then), Block(choice.Else));
                return f => condition(f) ? then(f) : otherwise(f);
            case Guard guard:
                var (holds, fail) = (Expressions.Test(guard.Condition), Failure(guard.Code, guard.Message));
                return f => holds(f) ? Flow.Next : fail(f);
            case Fail failure:
                return Failure(failure.Code, failure.Message);
            case Insert insert:
                return Compile(insert);
            case Update update:
                return Compile(update);
            case Delete delete:
                var (table, key) = (tables[delete.Table].Index, Expressions.Key(delete.Table, delete.Key));
                return f =>
                {
                    f.Tables.Delete(table, key(f), f.Meter);
                    return Flow.Next;
                };
            case ForEach each:
                return Compile(each);
            case Return result:
                // The session checks the bound of the answer.
                var value = Expressions.Compile(result.Result);
                return f =>
                {
                    f.Result = value(f);
                    return Flow.Returned;
                };
            default:
                throw new ArgumentException($"{statement.GetType().Name} is no statement of the language.", nameof(statement));
        }
    }

    private Execute Failure(ErrorCode code, Expression message)
    {
        var text = Expressions.Compile(message);
        return f =>
        {
            f.Error = new ToolError(code, TextOperators.Text(text(f), f.Meter));
            return Flow.Failed;
        };
    }

    private Execute Compile(Insert insert)
    {
        var rules = tables[insert.Table];
        var places = insert.Row.Select(m => rules.ColumnIndex(m.Key)).ToArray();
        var values = insert.Row.Select(m => Bounded(m.Value)).ToArray();
        var slot = insert.As is null ? -1 : _slots.Of(insert.As);
        var columns = rules.Columns.Length;
        return f =>
        {
            var row = new Value[columns];
            for (var i = 0; i < values.Length; i++)
            {
                row[places[i]] = values[i](f);
            }

            var inserted = f.Tables.Insert(rules.Index, row, f.Meter);
            if (slot >= 0)
            {
                f.Slots[slot] = Value.From(inserted);
            }

            return Flow.Next;
        };
    }

    private Execute Compile(Update update)
    {
        var rules = tables[update.Table];
        var key = Expressions.Key(update.Table, update.Key);
        ColumnRules[] columns = [.. update.Set.Select(m => rules.Columns[rules.ColumnIndex(m.Key)])];
        Evaluate[] values = [.. update.Set.Select(m => Bounded(m.Value))];
        var slot = update.As is null ? -1 : _slots.Of(update.As);
        return f =>
        {
            var at = key(f);
            var updated = f.Tables.Update(rules.Index, at, columns, ExpressionCompiler.Operands(values, f), f.Meter);
            if (slot >= 0)
            {
                f.Slots[slot] = Value.From(updated);
            }

            return Flow.Next;
        };
    }

    private Execute Compile(ForEach each)
    {
        var items = Expressions.Compile(each.In);
        var (slot, body, weight) = (_slots.Of(each.Name), Block(each.Do), ExpressionNodes.Weight(each.Do));
        return f =>
        {
            var array = items(f);
            if (array.IsNull)
            {
                return Flow.Next;
            }

            foreach (var item in CollectionOperators.Items("for", "an array", array))
            {
                f.Meter.Charge(weight);
                f.Slots[slot] = item;
                var flow = body(f);
                if (flow != Flow.Next)
                {
                    return flow;
                }
            }

            return Flow.Next;
        };
    }

    /// <summary>Compiles an expression whose value is stored in a row, and so must keep to the bounds of a value.</summary>
    private Evaluate Bounded(Expression expression)
    {
        var value = Expressions.Compile(expression);
        return GrowthAnalysis.MayGrow(expression) ? f => StepMeter.Bounded(value(f)) : value;
    }
}
