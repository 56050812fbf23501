using System.Text;
using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs.Compilation;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>Writes one tool as a method with a Google-style docstring.</summary>
internal sealed class PythonMethod
{
    private const string Indent = "        ";

    private readonly PythonNames _names = new();
    private readonly PythonExpressions _expressions;
    private readonly EnvironmentTool _tool;
    private readonly IReadOnlyList<Statement> _body;
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _given;

    public PythonMethod(string name, EnvironmentTool tool, ToolProgram program, DatabaseSchema schema, PythonDefinitions definitions)
    {
        _tool = tool;
        Name = name;
        Parameters = [.. PythonParameter.Of(tool.ParameterSchema).Select(p => p with { Identifier = _names.Parameter(p.Name) })];
        _given = StatementExpressions.Of(program.Body).SelectMany(ExpressionNodes.Of).OfType<Given>()
            .Select(g => g.Name).ToHashSet(StringComparer.Ordinal);
        var (_, types) = ProgramChecker.Run(program, schema, tool);
        _body = DeadBindings.Without(program.Body, () => types);
        _given = StatementExpressions.Of(_body).SelectMany(ExpressionNodes.Of).OfType<Given>()
            .Select(g => g.Name).ToHashSet(StringComparer.Ordinal);
        _expressions = new PythonExpressions(schema, types, _names, definitions);
    }

    public string Name { get; }

    public IReadOnlyList<PythonParameter> Parameters { get; }

    public string Write()
    {
        Signature();
        Documentation();
        foreach (var parameter in Parameters.Where(p => _given.Contains(p.Name)))
        {
            _text.Append($"{Indent}{_names.Given(parameter.Name)} = {parameter.Identifier} is not MISSING\n");
            if (!parameter.Required)
            {
                _text.Append($"{Indent}{parameter.Identifier} = {parameter.Identifier} if {_names.Given(parameter.Name)} else None\n");
            }
        }

        Block(_body, 8);
        return _text.ToString();
    }

    private void Signature()
    {
        var parameters = Parameters.OrderByDescending(p => p.Required).Select(p => p.Required
            ? $"{p.Identifier}: {p.Annotation}"
            : $"{p.Identifier}: {p.Annotation} = {(p.Default is { } value ? PythonText.Literal(value) : _given.Contains(p.Name) ? "MISSING" : "None")}");
        var signature = Code.Bracket($"    def {Name}(", [Code.Text("self"), .. parameters.Select(Code.Text)], ") -> Any:\n");
        signature.Print(_text, 4);
    }

    private void Documentation()
    {
        var description = _tool.Description.Trim().Length == 0 ? _tool.Name : _tool.Description.Trim();
        _text.Append(Indent).Append("\"\"\"").Append(PythonText.Documentation(description, Indent)).Append('\n');
        if (Parameters.Count > 0)
        {
            _text.Append('\n').Append(Indent).Append("Args:\n");
            foreach (var parameter in Parameters)
            {
                _text.Append($"{Indent}    {parameter.Identifier}: {PythonText.Documentation(parameter.Description, Indent + "        ")}\n");
            }
        }

        _text.Append($"\n{Indent}Returns:\n{Indent}    {Returned()}\n");
        var codes = Codes().ToArray();
        if (codes.Length > 0)
        {
            _text.Append($"\n{Indent}Raises:\n{Indent}    ToolFailure: {string.Join(", ", codes)}.\n");
        }

        _text.Append(Indent).Append("\"\"\"\n");
    }

    private string Returned()
    {
        var returns = _tool.Returns;
        var described = returns.ValueKind == JsonValueKind.Object && returns.TryGetProperty("description", out var text)
            && text.ValueKind == JsonValueKind.String && text.GetString()!.Trim().Length > 0;
        return described
            ? PythonText.Documentation(returns.GetProperty("description").GetString()!.Trim(), Indent + "    ")
            : PythonText.Documentation(Shape(returns), Indent + "    ");
    }

    /// <summary>Describes a result in words if its schema has no description.</summary>
    private static string Shape(JsonElement returns)
    {
        var schema = ToolSchema.Read(returns).Resolved;
        var list = schema?.Items is { IsObject: true };
        var names = (list ? schema!.Items!.Resolved : schema)?.Properties.Select(p => p.Name).ToArray() ?? [];
        return (list, names) switch
        {
            (true, []) => "A list.",
            (true, _) => $"A list of objects with {string.Join(", ", names)}.",
            (false, []) => "The result.",
            (false, _) => $"An object with {string.Join(", ", names)}.",
        };
    }

    private IEnumerable<string> Codes() => StatementExpressions.All(_body)
        .SelectMany<Statement, ErrorCode>(s => s switch
        {
            Guard guard => [guard.Code],
            Fail fail => [fail.Code],
            Insert => [ErrorCode.Conflict, ErrorCode.NotFound],
            Update => [ErrorCode.Conflict, ErrorCode.NotFound],
            Delete => [ErrorCode.NotFound, ErrorCode.Conflict],
            _ => [],
        })
        .Distinct().Order().Select(c => c.Word());

    private void Block(IReadOnlyList<Statement> statements, int indent)
    {
        if (statements.Count == 0)
        {
            Line(indent, Code.Text("pass"));
        }

        foreach (var statement in statements)
        {
            Write(statement, indent);
        }
    }

    private void Write(Statement statement, int indent)
    {
        switch (statement)
        {
            case Let let:
                Line(indent, Assigned(let.Name), _expressions.Held(let.Be));
                break;
            case If choice:
                WriteIf(choice, indent);
                break;
            case Guard guard:
                Line(indent, Code.Text("if "), _expressions.Negation(guard.Condition), Code.Text(":"));
                Line(indent + 4, Raise(guard.Code, guard.Message));
                break;
            case Fail fail:
                Line(indent, Raise(fail.Code, fail.Message));
                break;
            case Insert insert:
                Line(indent, Assigned(insert.As), Code.Bracket(
                    "self._db.insert(", [Code.Text(PythonText.Quoted(insert.Table)), Row(insert.Row)], ")"));
                break;
            case Update update:
                Line(indent, Assigned(update.As), Code.Bracket(
                    "self._db.update(", [Code.Text(PythonText.Quoted(update.Table)), Key(update.Table, update.Key), Row(update.Set)], ")"));
                break;
            case Delete delete:
                IEnumerable<Code> key = delete.Key.Count == 0 ? [Code.Text("*" + SingleKey(delete.Table))] : delete.Key.Select(_expressions.Write);
                Line(indent, Code.Bracket("self._db.delete(", [Code.Text(PythonText.Quoted(delete.Table)), .. key], ")"));
                break;
            case ForEach each:
                Line(indent, Code.Text($"for {_names.Variable(each.Name)} in "),
                    Code.Bracket("rounds(", [_expressions.Write(each.In), PythonExpressions.Weight(ExpressionNodes.Weight(each.Do))], ")"), Code.Text(":"));
                Block(each.Do, indent + 4);
                break;
            case Return result:
                Line(indent, Code.Text("return "), _expressions.Write(result.Result));
                break;
            default:
                throw new ArgumentException($"{statement.GetType().Name} is no statement of the language.", nameof(statement));
        }
    }

    private void WriteIf(If choice, int indent)
    {
        Line(indent, Code.Text("if "), _expressions.Decision(choice.Condition), Code.Text(":"));
        Block(choice.Then, indent + 4);
        if (choice.Else.Count > 0)
        {
            Line(indent, Code.Text("else:"));
            Block(choice.Else, indent + 4);
        }
    }

    private Code Assigned(string? name) => Code.Text(name is null ? "" : _names.Variable(name) + " = ");

    private Code Row(IReadOnlyList<KeyValuePair<string, Expression>> row) => Code.Bracket(
        "{", row.Select(m => Code.Join(Code.Text(PythonText.Quoted(m.Key) + ": "), _expressions.Bounded(m.Value))), "}");

    private Code Key(string table, IReadOnlyList<Expression> key) => key.Count switch
    {
        0 => Code.Text(SingleKey(table)),
        1 => Code.Join(Code.Text("("), _expressions.Write(key[0]), Code.Text(",)")),
        _ => Code.Bracket("(", key.Select(_expressions.Write), ")"),
    };

    private static string SingleKey(string table) => $"self._db.single_key({PythonText.Quoted(table)})";

    private Code Raise(ErrorCode code, Expression message) => Code.Bracket(
        "raise ToolFailure(", [Code.Text(PythonText.Quoted(code.Word())), _expressions.Text(message)], ")");

    private void Line(int indent, params Code[] parts)
    {
        _text.Append(' ', indent);
        Code.Join(parts).Print(_text, indent);
        _text.Append('\n');
    }
}
