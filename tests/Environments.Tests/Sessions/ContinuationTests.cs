using System.Buffers;
using System.Text;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Sessions;

public sealed class ContinuationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_state_written_out_and_read_back_goes_on_as_the_session_would(long seed)
    {
        var whole = Shop.Compiled.Open();
        var part = Shop.Compiled.Open();
        var chance = new SeededChance(seed);
        var generators = Shop.Definition.Tools.Select((t, i) => new ArgumentGenerator(Shop.Definition, Shop.State, t, seed + i)).ToArray();
        for (var i = 0; i < 300; i++)
        {
            var at = chance.Below(generators.Length);
            var (tool, arguments) = (Shop.Definition.Tools[at].Name, generators[at].Valid());
            Assert.Equal(whole.Call(tool, arguments), part.Call(tool, arguments));
            if (i % 40 == 39)
            {
                part = CompiledEnvironment.Compile(Shop.Definition, DatabaseState.Parse(part.State().ToJson())).Open(seed: 99);
            }
        }

        Assert.Equal(whole.State().ToJson(), part.State().ToJson());
        Assert.Equal(whole.Hash, StateHash.Of(part.State()));
    }

    [Fact]
    public void Text_in_and_text_out_is_the_same_call_as_with_values()
    {
        var (values, texts) = (Shop.Compiled.Open(), Shop.Compiled.Open());
        var generator = new ArgumentGenerator(Shop.Definition, Shop.State, Shop.Definition.Tools[3], 5);
        var output = new ArrayBufferWriter<byte>();
        for (var i = 0; i < 100; i++)
        {
            var arguments = i % 2 == 0 ? generator.Valid() : generator.Hostile();
            output.ResetWrittenCount();
            texts.Call("create_order", Encoding.UTF8.GetBytes(arguments.ToJson()), output);
            Assert.Equal(values.Call("create_order", arguments).ToValue(), Value.Parse(output.WrittenSpan));
        }
    }

    [Fact]
    public void Sessions_of_one_environment_do_not_see_each_other_on_any_number_of_threads()
    {
        var hashes = new StateHash[64];
        Parallel.For(0, hashes.Length, i =>
        {
            var session = Shop.Compiled.Open();
            for (var n = 0; n < 20; n++)
            {
                session.Ask("create_customer", $$"""{"name":"N{{n}}","email":"n{{n}}@example.com"}""");
                session.Ask("list_orders", """{"status":"open"}""");
            }

            hashes[i] = session.Hash;
        });
        Assert.Single(hashes.Distinct());
        Assert.NotEqual(Shop.Compiled.InitialHash, hashes[0]);
    }

    [Fact]
    public void The_files_of_an_environment_read_back_as_the_same_environment()
    {
        var files = EnvironmentFiles.Write(Shop.Definition, Shop.State, "[]");
        var (definition, state) = EnvironmentFiles.Read(name => files[name]);
        Assert.Equal(files, EnvironmentFiles.Write(definition, state, "[]"));
        Assert.Equal(Shop.Compiled.InitialHash, CompiledEnvironment.Compile(definition, state).InitialHash);
    }

    /// <summary>Databases repeat keys. Nothing of them is lost; looked up by the key is the first row, and it is the one that changes.</summary>
    [Fact]
    public void A_state_with_one_key_twice_keeps_both_rows()
    {
        var twice = Shop.State.Tables.Aggregate(Shop.State, (state, table) => state.With(table, [.. state.Rows(table).SelectMany(row => new[] { row, row })]));
        var environment = CompiledEnvironment.Compile(Shop.Definition, twice);
        Assert.Equal(2 * Shop.State.Rows("products").Count, environment.Open().State().Rows("products").Count);

        using var tester = new DifferentialTester();
        var report = tester.Test(environment, callsPerTool: 60);
        Assert.True(report.Compared, report.Reason);
        Assert.All(report.Tools, t => Assert.True(t.Mismatches == 0, t.Example));
    }
}
