using AgentScaler.Environments.States;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.States;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.States;

/// <summary>Generated texts come from the documents first, and meet what the schemas ask.</summary>
public sealed class StatedTextTests
{
    private const string Disk = """
        {"type":"object","properties":{
          "disk_id":{"type":"string"},
          "flavour":{"type":"string","description":"The flavour of the disk. Valid values: pd-ssd, pd-standard, pd-balanced"},
          "zork":{"type":"string","description":"The zork of the disk.","example":"ZK-40312"},
          "parent":{"type":"string","description":"Required. Format: `projects/{project}/zones/{zone}`"},
          "country":{"type":"string","pattern":"^[A-Z]{2}$"},
          "alias":{"type":"string","pattern":"^(?!aws)[\\p{L}0-9-]{1,64}$"},
          "code":{"type":"string","maxLength":4},
          "login_password":{"type":"string","example":"hunter2-documented"},
          "tags":{"type":"object","additionalProperties":{"type":"string"}}}}
        """;

    private static readonly DatabaseState State = Generate(0);

    [Fact]
    public void A_choice_in_a_description_is_the_choice() =>
        Assert.All(Texts("flavour"), t => Assert.Contains(t, (string[])["pd-ssd", "pd-standard", "pd-balanced"]));

    [Fact]
    public void A_documented_example_stands_in_a_row_and_others_are_like_it()
    {
        Assert.Contains("ZK-40312", Texts("zork"));
        Assert.All(Texts("zork"), t => Assert.Matches("^ZK-[1-9][0-9]{4}$", t));
        Assert.True(Texts("zork").Distinct().Count() > 3);
    }

    [Fact]
    public void A_documented_form_is_filled() =>
        Assert.All(Texts("parent"), t => Assert.Matches("^projects/[^/{}]+/zones/[^/{}]+$", t));

    [Fact]
    public void A_pattern_is_met_by_values_of_the_columns_kind()
    {
        Assert.All(Texts("country"), t => Assert.Contains(t, Language.Values.PlausibleLists.Cities.Select(c => c.Code)));
        Assert.All(Texts("alias"), t => Assert.Matches("^[a-z0-9-]{1,64}$", t));
    }

    [Fact]
    public void A_length_is_met() => Assert.All(Texts("code"), t => Assert.InRange(t.Length, 1, 4));

    [Fact]
    public void A_documented_secret_is_not_repeated() => Assert.DoesNotContain("hunter2-documented", Texts("login_password"));

    [Fact]
    public void The_same_seed_gives_the_same_rows() => Assert.Equal(State.ToJson(), Generate(0).ToJson());

    private static List<string> Texts(string column) => [.. State.Rows("disks").Select(r => r[column]).Where(v => v.IsString).Select(v => v.AsString)];

    private static DatabaseState Generate(long seed)
    {
        IReadOnlyList<ToolSpecification> tools =
        [
            ToolFixture.Http("list_disks", "GET", "/disks", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{Disk}}}"""),
            ToolFixture.Http("get_disk", "GET", "/disks/{disk_id}", """{"type":"object","required":["disk_id"],"properties":{"disk_id":{"type":"string"}}}""",
                Disk),
        ];
        return new StateGenerator(DomainInference.Infer(ToolReader.Read(tools), InferenceHints.None), new MaterializationOptions(), seed, "disks").Generate();
    }
}
