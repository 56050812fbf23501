namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>What is told in a member that leaves open what is in it: what its description names, else whole rows.</summary>
public sealed class OpenMemberTests
{
    [Theory]
    [InlineData("[any] \"A list like ['guest':xxx, 'day':xxx]\"", "{'visits':[{'guest':'Ada','day':'2030-05-01'}]}", "names with placeholders")]
    [InlineData("[any] \"A dict from visit_id to {'guest': str, 'room': str}.\"", "{'visits':[{'guest':'Ada','room':'12'}]}", "a shape after other words")]
    [InlineData("[any] \"The visits, each like {'guest':'Bo','day':'2029-01-01'}.\"",
        "{'visits':[{'visit_id':'v1','guest':'Ada','day':'2030-05-01','room':'12'}]}", "an example holds values")]
    [InlineData("[any] \"The visits.\"", "{'visits':[{'visit_id':'v1','guest':'Ada','day':'2030-05-01','room':'12'}]}", "nothing is named")]
    public void A_member_holds_what_its_description_names(string visits, string told, string because) => Assert.Equal($"{because}: {told}", $"{because}: " +
        new AdoptedWorld("{'visits':{'v1':{'guest':'Ada','day':'2030-05-01','room':'12'},'v2':{'guest':'Bo','day':'2030-05-02','room':'7'}}}",
            $"find_visits(guest!) -> {{visits: {visits}}}").Told("find_visits {'guest':'Ada'}"));
}
