using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Fuzzing;

public sealed class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_programs_schemas_texts_and_arguments_never_crash_nor_change_state_by_an_error(long seed)
    {
        var campaign = new FuzzCampaign(seed);
        campaign.Run(6_000);
        Assert.True(campaign.Accepted > 30, $"only {campaign.Accepted} damaged programs were accepted");
        Assert.True(campaign.Succeeded > 200 && campaign.Failed > 200);
    }

    [Theory]
    [InlineData(
        """[{"let":"a","be":["array",1]},{"for":"i","in":["range",0,10000],"do":[{"let":"a","be":["array",["var","a"],["var","a"]]}]},{"return":["var","a"]}]""")]
    [InlineData(
        """[{"let":"s","be":"xxxxxxxxxxxxxxxx"},{"for":"i","in":["range",0,10000],"do":[{"let":"s","be":["concat",["var","s"],["var","s"]]}]},{"return":["var","s"]}]""")]
    [InlineData(
        """[{"for":"i","in":["range",0,10000],"do":[{"for":"j","in":["range",0,10000],"do":[{"let":"x","be":["add",["var","i"],["var","j"]]}]}]},{"return":1}]""")]
    [InlineData(
        """[{"return":["map",["range",0,10000],{"as":"i","do":["map",["range",0,10000],{"as":"j","do":["map",["range",0,10000],{"as":"k","do":1}]}]}]}]""")]
    [InlineData(
        """[{"let":"s","be":["replace",["replace",["replace","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","a","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],"a","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],"a","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]},{"return":["var","s"]}]""")]
    [InlineData(
        """[{"let":"o","be":["object",{}]},{"for":"i","in":["range",0,10000],"do":[{"let":"o","be":["put",["object",{}],"a",["var","o"]]}]},{"return":["to_text",["var","o"]]}]""")]
    [InlineData(
        """[{"let":"s","be":["join",["map",["range",0,3000],{"as":"i","do":"aaaaaaaaaaaaaaaa"}],""]},{"return":["map",["range",0,10000],{"as":"i","do":["contains",["var","s"],["concat",["substring",["var","s"],20000],"b"]]}]}]""")]
    [InlineData(
        """[{"let":"s","be":["join",["map",["range",0,3000],{"as":"i","do":"aaaaaaaaaaaaaaaa"}],""]},{"return":["map",["range",0,10000],{"as":"i","do":["var","s"]}]}]""")]
    [InlineData(
        """[{"let":"s","be":["join",["map",["range",0,3000],{"as":"i","do":"aaaaaaaaaaaaaaaa"}],""]},{"return":["map",["range",0,10000],{"as":"i","do":["put",null,["var","s"],1]}]}]""")]
    [InlineData(
        """[{"for":"i","in":["range",0,10000],"do":[{"for":"j","in":["range",0,10000],"do":[{"insert":"customers","row":{"name":"n","email":["concat",["var","i"],"-",["var","j"]],"balance":0,"tags":["array"]}}]}]}]""")]
    public void A_hostile_program_ends_with_an_error_and_leaves_nothing_behind(string body)
    {
        var definition = Shop.With("hostile", """{"type":"object"}""", body);
        var session = AgentScaler.Environments.Sessions.CompiledEnvironment.Compile(definition, Shop.State).Open();
        var result = session.Call("hostile", Value.EmptyObject);
        // The bound on work is told apart from the bound on what an answer may hold.
        Assert.Contains(result.Error!.Code, new[] { ErrorCode.InvalidArguments, ErrorCode.ResultTooLarge });
        Assert.Equal(Shop.Compiled.InitialHash, session.Hash);
    }

    [Fact]
    public void A_program_too_deep_or_too_large_is_refused_not_run()
    {
        Expression deep = new Literal(1);
        for (var i = 0; i < 100_000; i++)
        {
            deep = new Operation(Operator.Neg, [deep]);
        }

        var wide = new Operation(Operator.Add, [.. Enumerable.Repeat<Expression>(new Literal(1), 20_000)]);
        foreach (var expression in new[] { deep, wide })
        {
            var program = new ToolProgram("statistics", false, [new Return(expression)], []);
            var tool = Shop.Definition.Tools.First(t => t.Name == "statistics");
            Assert.NotEmpty(ProgramChecker.Check(program, Shop.Definition.Schema, tool));
        }
    }
}
