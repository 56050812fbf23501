using AgentScaler.Environments.Programs;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Verification;

namespace AgentScaler.Environments;

/// <summary>
/// The files of <c>environments/SLUG/</c> (contract, section 3). The JSON files are the source of truth; <c>tools.py</c>,
/// the runtime that it imports and <c>verify.py</c> are derived from them and never read back.
/// </summary>
public static class EnvironmentFiles
{
    /// <summary>Writes all files and returns their texts by name.</summary>
    public static IReadOnlyDictionary<string, string> Write(EnvironmentDefinition definition, DatabaseState initial, string checksJson)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(initial);
        var runtime = PythonEmitter.Runtime;
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["environment.json"] = EnvironmentCodec.WriteEnvironment(definition),
            ["schema.json"] = EnvironmentCodec.WriteSchema(definition.Schema),
            ["state.json"] = initial.ToJson() + "\n",
            ["tools.json"] = EnvironmentCodec.WriteTools(definition.Tools),
            ["programs.json"] = EnvironmentCodec.WritePrograms(definition.Programs),
            ["tools.py"] = PythonEmitter.Emit(definition),
            [runtime.Name] = runtime.Text,
            ["verify.py"] = VerifyScript.Text,
            ["policy.md"] = definition.Policy,
            ["checks.json"] = checksJson,
        };
    }

    /// <param name="file">Gives the text of a file by its name.</param>
    /// <exception cref="System.Text.Json.JsonException">A file does not have the content that its name promises.</exception>
    /// <exception cref="ProgramException">A program cannot be read.</exception>
    public static (EnvironmentDefinition Definition, DatabaseState Initial) Read(Func<string, string> file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var schema = EnvironmentCodec.ReadSchema(file("schema.json"));
        var programs = EnvironmentCodec.ReadPrograms(file("programs.json"));
        var definition = EnvironmentCodec.ReadEnvironment(
            file("environment.json"), schema, file("tools.json"), programs, file("policy.md"));
        return (definition, DatabaseState.Parse(file("state.json")));
    }
}
