using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Differential;

/// <summary>
/// What looks through a long text pays for its length, so that no accepted program runs long: and both executions charge
/// the same, to the step.
/// </summary>
public sealed class StepTests
{
    /// <summary>A text of 57,600 code points, s, and one of 100, t.</summary>
    private const string Texts = """
        {"let":"s","be":["replace",["join",["map",["range",0,60],{"as":"i","do":"abcdefghijklmnopqrst😀vwxyz0123456789"}],""],"a","0000000000"]},
        {"let":"s","be":["substring",["concat",["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"],["var","s"]],0,57600]},
        {"let":"t","be":["substring",["var","s"],0,100]}
        """;

    [Theory]
    [InlineData("""["length",["var","s"]]""")]
    [InlineData("""["contains",["var","s"],["var","t"]]""")]
    [InlineData("""["index_of",["var","s"],"!"]""")]
    [InlineData("""["matches",["var","s"],"[!?]$"]""")]
    [InlineData("""["evaluate",["var","t"]]""")]
    [InlineData("""["similarity",["var","t"],["var","t"]]""")]
    [InlineData("""["put_at",null,["array",["var","s"]],1]""")]
    [InlineData("""["count",["group",["array",["var","s"]],{"by":["var","row"]}]]""")]
    [InlineData("""["count",["split",["var","s"],"!"]]""")]
    [InlineData("""["at",["object",{"a":1}],["var","s"]]""")]
    [InlineData("""["has",["array",["var","s"]],1]""")]
    [InlineData("""["is_null",["get","customers",["var","s"]]]""")]
    [InlineData("""["aggregate","count","orders",{"as":"o","where":["eq",["field",["var","o"],"note"],["var","s"]]}]""")]
    [InlineData("""["map",["array",1],{"as":"x","order":[{"by":["var","s"]}]}]""")]
    public void Both_executions_charge_alike_for_long_texts(string expression)
    {
        var tool = """{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]}""";
        var body =
            $$"""[{{Texts}},{"let":"x","be":null},{"for":"i","in":["range",0,["arg","n"]],"do":[{"let":"x","be":{{expression}}},{"let":"x","be":{{expression}}}]},{"return":["if",["is_null",["var","x"]],"done","done"]}]""";
        var definition = Shop.With("look", tool, body);
        definition = definition with { Tools = [definition.Tools[^1]], Programs = [definition.Programs[^1]] };
        var environment = CompiledEnvironment.Compile(definition, Shop.State);
        long Left(int n)
        {
            var session = environment.Open();
            session.Call("look", Value.Object(("n", n)));
            return ProgramLimits.Steps - session.Steps;
        }

        var (one, round) = (Left(1), Left(1) - Left(2));
        Assert.True(round > 1800, "a long text costs nothing");
        var most = 1 + (int)(one / round);
        Assert.True(Left(most) >= 0 && Left(most + 1) < 0);
        Assert.Equal(
            """[[{"ok":true,"result":"done"}],[{"ok":false,"error":{"code":"invalid_arguments","message":"the call takes more than 10000000 steps"}}]]""",
            InPython(environment, most, most + 1));
    }

    private static string InPython(CompiledEnvironment environment, params int[] rounds)
    {
        using var worker = PythonWorker.Start(PythonInterpreter.Command!);
        worker.Ask(Value.Object(
            ("source", PythonEmitter.Emit(environment.Definition)), ("state", environment.InitialState.ToValue()), ("seed", 0)));
        return Value.From(rounds.Select(n => worker.Ask(Value.Object(("calls", Value.From([Value.From([(Value)"look", Value.Object(("n", n))])]))))["results"]))
            .ToJson();
    }
}
