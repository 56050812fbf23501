using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.States;

namespace AgentScaler.Materialization.Survey;

/// <summary>Shows what a tool became: its parameters, its program and the rows of its domain.</summary>
internal static class ToolView
{
    public static void Print(EnvironmentDefinition definition, DatabaseState state, string name, TextWriter text)
    {
        foreach (var program in definition.Programs.Where(p => p.Tool == name))
        {
            var tool = definition.Tools.First(t => t.Name == name);
            text.WriteLine(
                $"{name}\n parameters {tool.Parameters.GetRawText()}\n returns {tool.Returns.GetRawText()}\n program {ProgramJson.Write(program).ToJson()}");
            text.WriteLine(string.Join('\n', program.Evidence));
            foreach (var table in definition.Schema.Tables)
            {
                text.WriteLine($" {table.Name} ({string.Join(", ", table.Columns.Select(c => $"{c.Name}:{c.Type}{(c.Nullable ? "?" : "")}"))})");
                text.WriteLine($"   {(state.Rows(table.Name) is { Count: > 0 } rows ? Environments.Values.Value.From(rows[0]).ToJson() : "empty")}");
            }
        }
    }
}
