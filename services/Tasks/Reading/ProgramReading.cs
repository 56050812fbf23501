using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Reading;

/// <summary>
/// Finds the column that each argument of a tool program meets. It walks over the statements; <see cref="Origins"/> follows their values.
/// Overrides and authored programs have no inferred intent, so the program itself is read.
/// </summary>
internal sealed class ProgramReading
{
    private readonly DatabaseSchema _schema;
    private readonly string _tool;
    private readonly Origins _origins;
    private readonly List<string> _inserts = [];
    private readonly List<string> _updates = [];
    private readonly List<string> _deletes = [];
    private readonly List<(string, string, Value)> _literals = [];
    private readonly List<ErrorBranch> _branches = [];

    private ProgramReading(DatabaseSchema schema, string tool) => (_schema, _tool, _origins) = (schema, tool, new Origins(schema));

    public static ToolModel Read(EnvironmentTool tool, ToolProgram program, DatabaseSchema schema)
    {
        var reading = new ProgramReading(schema, tool.Name);
        reading.Walk(program.Body);
        return new ToolModel(
            tool,
            program,
            ParameterReader.Read(tool.ParameterSchema),
            [.. reading._origins.Bindings.Distinct()],
            [.. reading._origins.Reads.Distinct()],
            [.. reading._inserts.Distinct()],
            [.. reading._updates.Distinct()],
            [.. reading._deletes.Distinct()],
            [.. reading._literals.Distinct()],
            reading._branches,
            reading._origins.Aggregates);
    }

    private void Walk(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Walk(statement);
        }
    }

    private void Walk(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                _origins.Bind(let.Name, _origins.Of(let.Be));
                break;
            case If branch:
                _origins.Of(branch.Condition);
                Walk(branch.Then);
                Walk(branch.Else);
                break;
            case Guard guard:
                _origins.Of(guard.Condition);
                Branch(guard.Code, guard.Message);
                break;
            case Fail fail:
                Branch(fail.Code, fail.Message);
                break;
            case Insert insert:
                _inserts.Add(insert.Table);
                Assign(insert.Table, insert.Row);
                BranchesOfInsert(insert.Table);
                _origins.Bind(insert.As, new OfRow(insert.Table));
                break;
            case Update update:
                _updates.Add(update.Table);
                _origins.Keys(update.Table, update.Key);
                Assign(update.Table, update.Set);
                _origins.Bind(update.As, new OfRow(update.Table));
                break;
            case Delete delete:
                _deletes.Add(delete.Table);
                _origins.Keys(delete.Table, delete.Key);
                break;
            case ForEach each:
                _origins.Bind(each.Name, Origins.ItemOf(_origins.Of(each.In)));
                Walk(each.Do);
                break;
            case Return result:
                _origins.Of(result.Result);
                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} is a statement that is not read.");
        }
    }

    private void Branch(ErrorCode code, Expression message)
    {
        var fragments = new List<string>();
        Fragments(message, fragments);
        _branches.Add(new ErrorBranch(_tool, _branches.Count, code, fragments));
    }

    private static void Fragments(Expression message, List<string> fragments)
    {
        switch (message)
        {
            case Literal { Value.IsString: true } literal when literal.Value.AsString.Trim().Length > 0:
                fragments.Add(literal.Value.AsString);
                break;
            case Operation { Operator: Operator.Concat } concat:
                foreach (var operand in concat.Operands)
                {
                    Fragments(operand, fragments);
                }

                break;
        }
    }

    /// <summary>Adds the error branches of an insert, which needs no guard for a taken key or unique set, or for a reference that leads nowhere.</summary>
    private void BranchesOfInsert(string table)
    {
        if (_schema.Table(table) is { Unique.Count: > 0 })
        {
            _branches.Add(new ErrorBranch(_tool, _branches.Count, ErrorCode.Conflict, []));
        }
    }

    private void Assign(string table, IReadOnlyList<KeyValuePair<string, Expression>> columns)
    {
        foreach (var (column, expression) in columns)
        {
            if (expression is Literal { Value: { IsNull: false } literal })
            {
                _literals.Add((table, column, literal));
            }

            if (_origins.Of(expression) is OfArgument argument)
            {
                _origins.Bindings.Add(new ParameterBinding(argument.Pointer, table, column, BindingRole.Assigned));
            }
        }
    }
}
