using System.Diagnostics;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Programs;

namespace AgentScaler.Environments.Tests.Programs;

public sealed class PythonEmitterTests
{
    [Fact]
    public void The_runtime_defines_no_name_twice()
    {
        var names = Regex.Matches(PythonEmitter.Emit(Shop.Definition), @"^(?:def|class) (\w+)|^(\w+) = ", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value + m.Groups[2].Value);
        Assert.Empty(names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void The_whole_file_runs_on_its_own()
    {
        Assert.Equal("""{"ok": true, "result": {"from": 100.5, "to": 20.1}} 1767225660 1""", Run(Shop.Definition, """
            import json
            from tools import Environment
            env = Environment(json.load(open("state.json")))
            print(json.dumps(env.call("transfer", {"from_customer_id": "cus_0001", "to_customer_id": "cus_0002", "amount": 20})), env.state()["_session"][0]["clock"],
                  env.get_order(1)["order_id"])
            """));
    }

    [Fact]
    public void Names_and_texts_of_the_source_never_become_code()
    {
        const string hostile = "\"\"\"\nimport os\nos.abort()\n\\";
        var definition = Shop.With("call", """{"type":"object","properties":{"class":{"type":"string"},"x y":{},"self":{},"__db":{},"1":{}},"required":["self"]}""",
            """[{"let": "text", "be": ["concat", ["arg", "self"], ["arg", "x y"], ["arg", "1"]]}, {"let": "None_", "be": ["arg", "__db"]}, {"return": ["array", ["var", "text"], ["var", "None_"], ["given", "class"]]}]""");
        definition = definition with
        {
            Name = hostile,
            Tools = [.. definition.Tools.Select(t => t with { Description = hostile + t.Description })],
        };
        Assert.Equal("{'ok': True, 'result': ['a12', None, False]}", Run(definition, """
            import json
            from tools import Environment
            print(Environment(json.load(open("state.json"))).call("call", {"self": "a", "x y": 1, "1": 2}))
            """));
    }

    private static string Run(EnvironmentDefinition definition, string program)
    {
        var folder = Directory.CreateTempSubdirectory("agentscaler-");
        try
        {
            foreach (var (name, text) in EnvironmentFiles.Write(definition, Shop.State, "[]"))
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            using var process = Process.Start(new ProcessStartInfo("python3", ["-c", program])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.Result);
            return output.Trim();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
