using System.Text;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>Writes the definitions that the tools of one environment share as methods, and gives each its name.</summary>
internal sealed class PythonDefinitions
{
    private readonly DatabaseSchema _schema;
    private readonly List<(string Method, SharedDefinition Definition)> _methods = [];
    private readonly Dictionary<SharedDefinition, string> _names = new(ReferenceEqualityComparer.Instance);

    /// <param name="definitions">Those of all programs, those first that others call. Equal ones of one name become one method.</param>
    public PythonDefinitions(IReadOnlyList<SharedDefinition> definitions, DatabaseSchema schema)
    {
        _schema = schema;
        var methods = new Dictionary<(string Name, string Text), string>();
        foreach (var definition in definitions)
        {
            var text = ProgramJson.Write(definition).ToJson();
            if (!methods.TryGetValue((definition.Name, text), out var method))
            {
                var same = methods.Keys.Count(k => k.Name == definition.Name);
                methods[(definition.Name, text)] = method = $"_defined_{definition.Name}{(same == 0 ? "" : $"_{same + 1}")}";
                _methods.Add((method, definition));
            }

            _names[definition] = method;
        }
    }

    public string Method(SharedDefinition definition) => _names[definition];

    public string Write()
    {
        var text = new StringBuilder();
        foreach (var (method, definition) in _methods)
        {
            var names = new PythonNames();
            var expressions = new PythonExpressions(_schema, ProgramChecker.Types(definition, _schema), names, this);
            text.Append($"\n    def {method}({string.Join(", ", definition.Parameters.Select(names.Variable).Prepend("self"))}):\n");
            text.Append("        return ");
            expressions.Write(definition.Be).Print(text, 8);
            text.Append('\n');
        }

        return text.ToString();
    }
}
