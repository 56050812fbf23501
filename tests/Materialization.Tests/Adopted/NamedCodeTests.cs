namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>Maps from names to codes, and numbers of rows, in a user's own database. Each case cites a club's service, a tool and a call.</summary>
public sealed class NamedCodeTests
{
    private const string Club = "{'member_map':{'Ada':'MEM001','Bo':'MEM002'},'member_count':2,'hall_map':{'East':'large','West':'small'},"
        + "'notes':[{'id':1,'text':'A'},{'id':2,'text':'B'}],'note_count':2}";

    [Theory]
    [InlineData("add_member(member_name!)", "add_member {'member_name':'Cy'}", "member_map.Cy = 'MEM003'; member_count = 3", "the next code")]
    [InlineData("add_member(member_name!)", "add_member {'member_name':'Ada'}", "refused: Conflict", "the name is there")]
    [InlineData("add_note(text!)", "add_note {'text':'C'}", "notes[2] = {'id':3,'text':'C'}; note_count = 3", "the number of the rows is kept")]
    [InlineData("delete_note(note_id!: int)", "delete_note {'note_id':2}", "notes without {'id':2,'text':'B'}; note_count = 1", "and is lowered")]
    public void A_new_name_gets_the_next_code(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Club, tool, call, because);

    [Theory]
    [InlineData("add_member(member_name!) -> {added_status: bool, member_id}", "add_member {'member_name':'Cy'}",
        "{'added_status':true,'member_id':'MEM003'}", "the answer tells the code")]
    public void The_answer_tells_the_code(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Club, tool).Told(call)}");
}
