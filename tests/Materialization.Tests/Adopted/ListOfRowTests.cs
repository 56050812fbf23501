namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>Lists that the rows of a user's own database hold. Each case cites a club's service, a tool and a call.</summary>
public sealed class ListOfRowTests
{
    private const string Club = "{'members':{'m1':{'member_id':'m1','name':'Ada','lessons':['l1']},'m2':{'member_id':'m2','name':'Bo','lessons':[]}},"
        + "'lessons':{'l1':{'lesson_id':'l1','title':'Chess'}},"
        + "'matches':[{'match_id':1,'title':'Cup','players':['ada']},{'match_id':2,'title':'Final','players':['ada','bo']}]}";

    [Theory]
    [InlineData("create_lesson(member_id!, title!)", "create_lesson {'member_id':'m2','title':'Go'}",
        "lessons.l2 = {'lesson_id':'l2','title':'Go'}; members.m2.lessons[0] = 'l2'", "what is made for a member stands in the member's list")]
    [InlineData("create_lesson(member_id!, title!)", "create_lesson {'member_id':'m9','title':'Go'}", "refused: NotFound", "there is no such member")]
    [InlineData("create_lesson(title!)", "create_lesson {'title':'Go'}", "lessons.l2 = {'lesson_id':'l2','title':'Go'}", "made for nobody")]
    public void What_is_made_for_a_row_stands_in_its_list(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Club, tool, call, because);

    [Theory]
    [InlineData("add_match_players(match_id!: int, players!: [str])", "add_match_players {'match_id':1,'players':['cy','ada']}", "matches[0].players[1] = 'cy'",
        "who is in the list is not put there again")]
    [InlineData("add_match_player(match_id!: int, player!)", "add_match_player {'match_id':2,'player':'cy'}", "matches[1].players[2] = 'cy'", "one at a time")]
    [InlineData("add_match_player(match_id!: int, player!)", "add_match_player {'match_id':7,'player':'cy'}", "refused: NotFound", "no such match")]
    public void A_tool_adds_to_the_list_of_a_row(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Club, tool, call, because);
}
