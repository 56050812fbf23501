using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// Turns expressions into delegates that call each other. They compile in a hundredth of the time of compiled expression trees and run fast enough
/// (docs/tool-programs.md, "Speed").
/// </summary>
internal sealed class ExpressionCompiler(IReadOnlyDictionary<string, TableRules> tables, Slots slots)
{
    public Evaluate Compile(Expression expression)
    {
        switch (expression)
        {
            case Literal literal:
                var constant = literal.Value;
                return _ => constant;
            case Argument argument:
                var given = new FieldPlace(argument.Name);
                return f => given.Of(f.Arguments);
            case Variable variable:
                var slot = slots.Of(variable.Name);
                return f => f.Slots[slot];
            case Field field:
                return CompileField(field);
            case ObjectLiteral literal:
                return CompileObject(literal);
            case ArrayLiteral literal:
                var items = All(literal.Items);
                return f => Value.From(Operands(items, f));
            case Operation operation when TestCompiler.Tests(operation.Operator):
                var test = Test(operation);
                return f => test(f);
            case Operation operation:
                return new OperatorCompiler(this).Compile(operation);
            case Conditional conditional:
                var condition = Test(conditional.Condition);
                var (then, otherwise) = (Compile(conditional.Then), Compile(conditional.Else));
                return f => condition(f) ? then(f) : otherwise(f);
            case LetIn let:
                return new BindingCompiler(this, slots).Compile(let);
            case Call call:
                return new BindingCompiler(this, slots).Compile(call);
            case SearchItems search:
                return new BindingCompiler(this, slots).Compile(search);
            case GroupItems group:
                return new BindingCompiler(this, slots).Compile(group);
            case Get { Key.Count: 0 } single:
                var alone = tables[single.Table];
                return f => f.Tables.Single(alone) is { } row ? Value.From(row) : Value.Null;
            case Get get:
                return CompileGet(get);
            case Whole whole:
                var (shown, row) = (tables[whole.Table].Index, Compile(whole.Row));
                return f => row(f) is { IsObject: true } value ? Value.From(f.Tables.Whole(shown, value.AsObject, f.Meter)) : Value.Null;
            case Select or Aggregate or MapItems:
                return new QueryCompiler(this, tables, slots).Compile(expression);
            case Now now:
                return now.DateOnly ? f => f.Tables.Now[..10] : f => f.Tables.Now;
            case Derive derive:
                var (type, seed, inputs) = (derive.Type, DerivedValues.SeedOf(derive.Type), All(derive.Inputs));
                return f => DerivedValues.Derive(type, seed, Operands(inputs, f), f.Seeds, f.Meter);
            case Given:
                var isGiven = Test(expression);
                return f => isGiven(f);
            default:
                throw new ArgumentException($"{expression.GetType().Name} is no expression of the language.", nameof(expression));
        }
    }

    public Test Test(Expression condition) => new TestCompiler(this).Compile(condition);

    public Evaluate[] All(IReadOnlyList<Expression> expressions) => [.. expressions.Select(Compile)];

    public static Value[] Operands(Evaluate[] operands, Frame frame)
    {
        var values = new Value[operands.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = operands[i](frame);
        }

        return values;
    }

    /// <summary>Compiles a value that is bound to a name. If it is too large, the size of the answer is at fault and not an argument.</summary>
    public Evaluate Held(Expression expression)
    {
        var value = Compile(expression);
        if (expression is Select { Map: null } select)
        {
            // Programs bind long lists of rows to count and cut them, so these lists are not measured part by part.
            var table = tables[select.Table].Index;
            return f =>
            {
                var rows = value(f);
                return f.Tables.SurelyBounded(table, rows.AsArray.Length) ? rows : StepMeter.Held(rows);
            };
        }

        return GrowthAnalysis.MayGrow(expression) ? f => StepMeter.Held(value(f)) : value;
    }

    /// <summary>The key of a row that is written: its primary key, or that of the table's only row where no key is given.</summary>
    public Evaluate Key(string table, IReadOnlyList<Expression> key)
    {
        if (key.Count > 0)
        {
            return Key(key);
        }

        var rules = tables[table];
        return f => f.Tables.Single(rules) is { } row ? rules.KeyOf(row) : throw new ProgramFailure(ErrorCode.NotFound, $"{rules.Name} has no row");
    }

    /// <summary>A primary key: the value of its one column, or an array of its columns' values.</summary>
    private Evaluate Key(IReadOnlyList<Expression> key)
    {
        var parts = All(key);
        if (parts.Length == 1)
        {
            var part = parts[0];
            return f => f.Meter.Read(part(f));
        }

        return f =>
        {
            var values = Operands(parts, f);
            foreach (var value in values)
            {
                f.Meter.Read(value);
            }

            return Value.From(values);
        };
    }

    private Evaluate CompileGet(Get get)
    {
        var (table, key) = (tables[get.Table].Index, Key(get.Key));
        return f => f.Tables.Find(table, key(f)) is { } row ? Value.From(row) : Value.Null;
    }

    private Evaluate CompileField(Field field)
    {
        var place = new FieldPlace(field.Name);
        if (field.Target is Variable variable)
        {
            var slot = slots.Of(variable.Name);
            return f => place.Of(f.Slots[slot]);
        }

        var target = Compile(field.Target);
        return f => place.Of(target(f));
    }

    private Evaluate CompileObject(ObjectLiteral literal)
    {
        var shape = new ObjectShape([.. literal.Members.Select(m => m.Key)]);
        var values = literal.Members.Select(m => Compile(m.Value)).ToArray();
        return f => Value.From(new ObjectValue(shape, Operands(values, f)));
    }
}
