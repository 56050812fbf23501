using System.Text.RegularExpressions;
using AgentScaler.Environments.Programs;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Programs;

public sealed class PythonEmitterTests
{
    [Fact]
    public void The_runtime_defines_no_name_twice()
    {
        var names = Regex.Matches(PythonEmitter.Runtime.Text + PythonEmitter.Emit(Shop.Definition), @"^(?:def|class) (\w+)|^(\w+) = ", RegexOptions.Multiline)
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
        var definition =
            Shop.With("call", """{"type":"object","properties":{"class":{"type":"string"},"x y":{},"self":{},"__db":{},"1":{}},"required":["self"]}""",
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

    [Theory, InlineData("call"), InlineData("state"), InlineData("dump")]
    public void A_tool_with_the_name_of_a_method_of_every_environment_steps_aside(string name)
    {
        var definition = Shop.With(name, """{"type":"object","properties":{}}""", """[{"return": "the tool"}]""");
        Assert.Equal($"{name}_ the tool", Run(definition, $$"""
            import json
            from tools import TOOLS, Environment
            environment = Environment(json.load(open("state.json")))
            print(TOOLS[-1]["method"], environment.call("{{name}}", {})["result"])
            """));
    }

    [Fact]
    public void The_file_holds_its_environment_and_imports_the_runtime_that_all_share()
    {
        var (name, runtime) = PythonEmitter.Runtime;
        var source = PythonEmitter.Emit(Shop.Definition);
        Assert.Equal("agentscaler_runtime.py", name);
        Assert.Equal(["Environment"], Regex.Matches(source, @"^(?:def|class) (\w+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value));
        Assert.Contains("class ToolSession", runtime, StringComparison.Ordinal);
        Assert.DoesNotContain("orders", runtime, StringComparison.Ordinal);
        Assert.Equal(runtime, EnvironmentFiles.Write(Shop.Definition, Shop.State, "[]")[name]);
    }

    [Fact]
    public void Nothing_that_the_file_imports_or_binds_is_left_unread()
    {
        var definition = Shop.With("page", """{"type":"object","properties":{"status":{"type":"string"}}}""", """
            [{"let": "total", "be": ["aggregate", "count", "orders", {"as": "r", "where": ["or", ["is_null", ["arg", "status"]], ["eq", ["field", ["var", "r"], "status"], ["arg", "status"]]]}]},
             {"let": "twice", "be": ["coalesce", ["var", "total"], 0]},
             {"return": ["select", "orders", {}]}]
            """);
        Assert.Equal("", Run(definition, """
            import ast
            tree = ast.parse(open("tools.py").read())
            read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
            bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
            imported = {alias.name for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
            print(*sorted((bound | imported) - read - {"TOOLS", "SCHEMA"}))
            """));
    }

    [Fact]
    public void The_file_runs_and_loads_from_another_folder()
    {
        const string program = """
            import importlib.util, json, os, pathlib, subprocess, sys
            folder = pathlib.Path.cwd()
            os.chdir("/")
            sys.path[:] = [place for place in sys.path if place]
            subprocess.run([sys.executable, folder / "tools.py"], check=True)
            spec = importlib.util.spec_from_file_location("shop", folder / "tools.py")
            shop = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(shop)
            print(shop.Environment(json.load(open(folder / "state.json"))).call("list_orders", {})["ok"])
            """;
        Assert.Contains(Shop.Definition.Tools, t => t.Name == "list_orders");
        Assert.Equal("True", Run(Shop.Definition, program));
    }

    [Fact]
    public void The_judge_takes_the_runtime_of_its_own_folder()
    {
        Assert.Equal("2 own", Run(Shop.Definition, """
            import importlib.util, pathlib, shutil, sys
            here = pathlib.Path.cwd()
            there = here / "another"
            there.mkdir()
            for file in here.glob("*.*"):
                shutil.copy(file, there)
            runtime = there / "agentscaler_runtime.py"
            runtime.write_text(runtime.read_text() + "\nMARK = 'another'\n")
            def load(name, folder):
                spec = importlib.util.spec_from_file_location(name, folder / "verify.py")
                sys.modules[name] = module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                return module
            judges = [load("one", here), load("two", there)]
            runtimes = {judge._runtime.__name__ for judge in judges}
            print(len(runtimes), "own" if [hasattr(judge._runtime, "MARK") for judge in judges] == [False, True] and "agentscaler_runtime" not in sys.modules else "shared")
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

            return PythonProgram.Run(folder.FullName, program).Trim();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
