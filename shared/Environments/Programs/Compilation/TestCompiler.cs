using AgentScaler.Environments.Programs.Runtime;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Turns conditions into delegates that give a plain truth value.</summary>
internal sealed class TestCompiler(ExpressionCompiler expressions)
{
    /// <summary>Whether an operator always gives a boolean and is compiled here.</summary>
    public static bool Tests(Operator op) => op is Operator.And or Operator.Or or Operator.Not or Operator.Eq or Operator.Ne
        or Operator.Lt or Operator.Le or Operator.Gt or Operator.Ge or Operator.IsNull
        or Operator.Contains or Operator.StartsWith or Operator.EndsWith or Operator.Has;

    public Test Compile(Expression condition)
    {
        switch (condition)
        {
            case Given given:
                var argument = new FieldPlace(given.Name);
                return f => argument.In(f.Arguments);
            case Literal literal:
                // A literal of another kind fails when it is evaluated, not when it is compiled.
                var constant = literal.Value;
                return _ => Comparisons.Truth(constant);
            case Operation operation when Tests(operation.Operator):
                return Compile(operation);
            default:
                var value = expressions.Compile(condition);
                return f => Comparisons.Truth(value(f));
        }
    }

    private Test Compile(Operation operation)
    {
        var operands = operation.Operands;
        switch (operation.Operator)
        {
            case Operator.And:
                return All(operands);
            case Operator.Or:
                return Any(operands);
            case Operator.Not:
                var negated = Compile(operands[0]);
                return f => !negated(f);
            case Operator.IsNull:
                var tested = expressions.Compile(operands[0]);
                return f => tested(f).IsNull;
            case Operator.Eq or Operator.Ne:
                return Equality(operands, operation.Operator == Operator.Eq);
            case Operator.Lt:
                return Order("lt", operands, order => order < 0);
            case Operator.Le:
                return Order("le", operands, order => order <= 0);
            case Operator.Gt:
                return Order("gt", operands, order => order > 0);
            case Operator.Ge:
                return Order("ge", operands, order => order >= 0);
            case Operator.Contains:
                return OfText("contains", operands, (text, part) => text.Contains(part, StringComparison.Ordinal));
            case Operator.StartsWith:
                return OfText("starts_with", operands, (text, part) => text.StartsWith(part, StringComparison.Ordinal));
            case Operator.EndsWith:
                return OfText("ends_with", operands, (text, part) => text.EndsWith(part, StringComparison.Ordinal));
            default:
                var (container, item) = (expressions.Compile(operands[0]), expressions.Compile(operands[1]));
                return f => CollectionOperators.Has(container(f), item(f), f.Meter);
        }
    }

    private Test Equality(IReadOnlyList<Expression> operands, bool wanted)
    {
        var left = expressions.Compile(operands[0]);
        if (operands[1] is Literal { Value: { IsArray: false, IsObject: false } constant })
        {
            return f => left(f).Equals(constant) == wanted;
        }

        var right = expressions.Compile(operands[1]);
        return f => Comparisons.Equal(left(f), right(f), f.Meter) == wanted;
    }

    private Test Order(string name, IReadOnlyList<Expression> operands, Func<int, bool> holds)
    {
        var (left, right) = (expressions.Compile(operands[0]), expressions.Compile(operands[1]));
        return f => Comparisons.Order(name, left(f), right(f)) is { } order && holds(order);
    }

    private Test OfText(string name, IReadOnlyList<Expression> operands, Func<string, string, bool> holds)
    {
        var (left, right) = (expressions.Compile(operands[0]), expressions.Compile(operands[1]));
        return f =>
        {
            var (text, part) = (left(f), right(f));
            if (text.IsString && part.IsString)
            {
                f.Meter.Search(text.AsString, part.AsString);
                return holds(text.AsString, part.AsString);
            }

            if (!text.IsNull && !text.IsString)
            {
                throw ProgramFailure.Operand(name, "strings", text);
            }

            return part.IsNull || part.IsString ? false : throw ProgramFailure.Operand(name, "strings", part);
        };
    }

    private Test All(IReadOnlyList<Expression> operands)
    {
        Test[] tests = [.. operands.Select(Compile)];
        if (tests.Length == 2)
        {
            var (first, second) = (tests[0], tests[1]);
            return f => first(f) && second(f);
        }

        return f =>
        {
            foreach (var test in tests)
            {
                if (!test(f))
                {
                    return false;
                }
            }

            return true;
        };
    }

    private Test Any(IReadOnlyList<Expression> operands)
    {
        Test[] tests = [.. operands.Select(Compile)];
        if (tests.Length == 2)
        {
            var (first, second) = (tests[0], tests[1]);
            return f => first(f) || second(f);
        }

        return f =>
        {
            foreach (var test in tests)
            {
                if (test(f))
                {
                    return true;
                }
            }

            return false;
        };
    }
}
