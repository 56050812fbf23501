using System.Text.Json;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Tests.States;

public sealed class StateVectorTests
{
    public static TheoryData<string> Hashes => StateVectors.Names("hashes");

    public static TheoryData<string> Alignments => StateVectors.Names("alignment");

    public static TheoryData<string> Diffs => StateVectors.Names("diffs");

    public static TheoryData<string> Dumps => StateVectors.Names("dumps");

    [Fact]
    public void Canonical_forms_are_those_of_RFC_8785()
    {
        foreach (var (json, canonical) in StateVectors.Canonical())
        {
            Assert.Equal(canonical, Value.Parse(json).ToCanonicalJson());
        }
    }

    [Fact]
    public void Text_that_is_no_JSON_value_is_refused()
    {
        foreach (var text in StateVectors.Texts("refused"))
        {
            Assert.ThrowsAny<JsonException>(() => Value.Parse(text));
        }
    }

    [Fact]
    public void Text_at_the_edge_of_what_is_a_value_is_taken()
    {
        foreach (var text in StateVectors.Texts("accepted"))
        {
            Assert.Equal(Value.Parse(text), Value.Parse(Value.Parse(text).ToCanonicalJson()));
        }
    }

    [Theory, MemberData(nameof(Hashes))]
    public void A_state_has_its_hash(string name)
    {
        var vector = StateVectors.Case("hashes", name);
        Assert.Equal(vector.GetProperty("hash").GetString(), StateHash.Of(StateVectors.State(vector.GetProperty("state"))).ToString());
    }

    [Theory, MemberData(nameof(Alignments))]
    public void Two_states_align_exactly_where_the_schema_says_so_in_both_directions(string name)
    {
        var vector = StateVectors.Case("alignment", name);
        var final = StateVectors.State(vector.GetProperty("final"));
        var golden = StateVectors.State(vector.GetProperty("golden"));
        var aligned = vector.GetProperty("aligned").GetBoolean();

        Assert.Equal(aligned, StateAlignment.Aligned(StateVectors.Schema, StateVectors.Initial, final, golden));
        Assert.Equal(aligned, StateAlignment.Aligned(StateVectors.Schema, StateVectors.Initial, golden, final));
    }

    [Theory, MemberData(nameof(Diffs))]
    public void A_diff_tells_what_changed(string name)
    {
        var vector = StateVectors.Case("diffs", name);
        var diff = StateDiff.Between(
            StateVectors.Schema,
            StateVectors.State(vector.GetProperty("before")),
            StateVectors.State(vector.GetProperty("after")));

        Assert.Equal(StateVectors.Canonical(vector.GetProperty("diff")), diff.ToCanonicalJson());
    }

    [Theory, MemberData(nameof(Dumps))]
    public void A_dump_of_any_form_becomes_rows(string name)
    {
        var vector = StateVectors.Case("dumps", name);
        Assert.Equal(
            StateVectors.Canonical(vector.GetProperty("state")),
            StateVectors.State(vector.GetProperty("dump")).ToValue().ToCanonicalJson());
    }
}
