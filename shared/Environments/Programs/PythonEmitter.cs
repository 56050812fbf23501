using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Programs.Python;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Environments.Programs;

/// <summary>
/// Writes an environment as readable Python: <c>tools.py</c> of the contract, standard library only, one method a tool.
/// Every name and text of the definition passes through here as an identifier or a literal, never as code.
/// </summary>
public static class PythonEmitter
{
    /// <summary>The methods that the contract gives every environment's class besides its tools; a tool of such a name steps aside.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "call", "state", "dump" };

    /// <summary>The text of <c>tools.py</c>.</summary>
    /// <param name="definition">An environment that the checker accepts.</param>
    public static string Emit(EnvironmentDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var text = new StringBuilder();
        text.Append($"\"\"\"{PythonText.Documentation(definition.Name.Length == 0 ? definition.Slug : definition.Name, "")}: tools over a typed database.\n\n")
            .Append("Made from programs.json and schema.json; change those, not this file. Python 3.11 or later, standard library\n")
            .Append("only. The tools are the methods of Environment, at the end. The runtime that all environments share is\n")
            .Append(PythonRuntime.FileName).Append(" beside this file.\n\"\"\"\n\n");
        var body = Body(definition);
        Imports(text, body);
        return text.Append("\n\n").Append(body).ToString();
    }

    /// <summary>The file that <c>tools.py</c> imports: its name, and its text, which is the same for every environment.</summary>
    public static (string Name, string Text) Runtime => (PythonRuntime.FileName, PythonRuntime.Source);

    private static void Imports(StringBuilder text, string body)
    {
        text.Append("import pathlib\nimport sys\nfrom typing import Any\n\n")
            .Append($"if \"{PythonRuntime.Module}\" not in sys.modules:\n")
            .Append("    # The runtime is found from wherever this file is loaded.\n")
            .Append("    sys.path.append(str(pathlib.Path(__file__).resolve().parent))\n\n")
            .Append($"from {PythonRuntime.Module} import (\n");
        foreach (var name in PythonRuntime.NamesIn(body))
        {
            text.Append("    ").Append(name).Append(",\n");
        }

        text.Append(")\n");
    }

    /// <summary>The particular part of one environment: constants and the class.</summary>
    private static string Body(EnvironmentDefinition definition)
    {
        var programs = definition.Programs.ToDictionary(p => p.Tool, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var definitions = new PythonDefinitions(SharedDefinitions.Every(definition.Programs), definition.Schema);
        PythonMethod[] methods =
        [
            .. definition.Tools.Select(t => new PythonMethod(MethodName(t.Name, taken), t, programs[t.Name], definition.Schema, definitions)),
        ];
        var text = new StringBuilder("SCHEMA = ").Append(PythonListing.Of(Schema(definition.Schema), 0));
        text.Append("\n\n# Each tool: its method, the method's parameter for each argument, the schema of the arguments.\nTOOLS = [\n");
        foreach (var (tool, method) in definition.Tools.Zip(methods))
        {
            var names = Value.From(new ObjectValue(
                [.. method.Parameters.Select(p => p.Name)], [.. method.Parameters.Select(p => (Value)p.Identifier)]));
            var entry = Value.Object(
                ("name", tool.Name), ("method", method.Name), ("arguments", names), ("parameters", ParameterSchema(tool.Parameters)));
            text.Append("    ").Append(PythonListing.Of(entry, 4)).Append(",\n");
        }

        text.Append("]\n\n\nclass Environment(ToolSession):\n    \"\"\"The tools; call() checks arguments and undoes what a failed call changed.\"\"\"\n\n")
            .Append("    def __init__(self, state: dict, seed: int = 0):\n        super().__init__(SCHEMA, TOOLS, state, seed)\n");
        text.Append(definitions.Write());
        foreach (var method in methods)
        {
            text.Append('\n').Append(method.Write());
        }

        return text.ToString();
    }

    private static string MethodName(string tool, HashSet<string> taken)
    {
        var plain = PythonText.Identifier(tool);
        plain = plain.StartsWith('_') ? "tool" + plain : plain;
        plain = Reserved.Contains(plain) ? plain + "_" : plain;
        var name = plain;
        for (var n = 2; !taken.Add(name); n++)
        {
            name = $"{plain}_{n}";
        }

        return name;
    }

    private static Value ParameterSchema(JsonElement schema)
    {
        try
        {
            return Value.Parse(schema.GetRawText());
        }
        catch (JsonException)
        {
            // The compiled side accepts all arguments under a schema outside the value model.
            return Value.EmptyObject;
        }
    }

    private static Value Schema(DatabaseSchema schema) => Value.Object(("tables", Value.From(schema.Tables.Select(Table))));

    private static Value Table(TableSchema table)
    {
        (string, Value)[] members =
        [
            ("name", table.Name),
            ("singular", Words.Singular(table.Name)),
            ("primary_key", Names(table.PrimaryKey)),
            ("unique", Value.From(table.Unique.Where(u => u.Count > 0).Select(Names))),
            ("columns", Value.From(table.Columns.Select(column => Column(table, column)))),
        ];
        return Value.Object(table.Form is null ? members : [.. members, ("form", Value.Parse(JsonSerializer.Serialize(table.Form, ContractJson.Options)))]);
    }

    private static Value Names(IEnumerable<string> names) => Value.From(names.Select(n => (Value)n));

    private static Value Column(TableSchema table, ColumnSchema column)
    {
        var members = new List<(string, Value)>
        {
            ("name", column.Name), ("type", Words<ColumnType>.Of(column.Type)), ("equality", Words<Equality>.Of(column.Equality)),
        };
        void Add(bool present, string name, Func<Value> value)
        {
            if (present)
            {
                members.Add((name, value()));
            }
        }

        Add(column.Nullable, "nullable", () => true);
        Add(GeneratedColumns.Is(table, column), "generated", () => true);
        Add(column.Enum is not null, "enum", () => Value.From(column.Enum!));
        Add(column.References is not null, "references", () => Value.Object(("table", column.References!.Table), ("column", column.References.Column)));
        return Value.Object([.. members]);
    }
}
