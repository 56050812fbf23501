namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>Lists of plain values in a user's own database. Each case cites a reader's service, a tool and a call.</summary>
public sealed class ListedValueTests
{
    private const string Reader = "{'reading_list':['Dune','Emma'],'following':['ada','bo'],'books':[{'id':1,'title':'Emma'},{'id':2,'title':'Dune'}]}";

    [Theory]
    [InlineData("add_to_reading_list(book!)", "add_to_reading_list {'book':'Ulysses'}", "reading_list[2] = 'Ulysses'", "put on the list")]
    [InlineData("add_book_to_reading_list(title!)", "add_book_to_reading_list {'title':'Ulysses'}", "reading_list[2] = 'Ulysses'",
        "the list is where it goes, though there is a table of such things")]
    [InlineData("remove_book_from_reading_list(title!)", "remove_book_from_reading_list {'title':'Emma'}", "reading_list without \"Emma\"", "taken off the list")]
    [InlineData("remove_book_from_reading_list(title!)", "remove_book_from_reading_list {'title':'Ulysses'}", "refused: NotFound", "it is not there")]
    [InlineData("follow_user(username_to_follow!)", "follow_user {'username_to_follow':'cy'}", "following[2] = 'cy'", "the verb names the list")]
    [InlineData("unfollow_user(username_to_unfollow!)", "unfollow_user {'username_to_unfollow':'bo'}", "following without \"bo\"", "the opposite verb")]
    [InlineData("add_book(title!, pages: int)", "add_book {'title':'Ulysses'}", "books[2] = {'id':3,'title':'Ulysses'}", "a row is no plain value")]
    public void A_value_is_put_on_a_list_and_taken_off(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected.Replace('"', '\''), Reader, tool, call, because);

    [Theory]
    [InlineData("add_to_reading_list(book!) -> {reading_list: [str]}", "add_to_reading_list {'book':'Ulysses'}", "{'reading_list':['Dune','Emma','Ulysses']}",
        "the whole list is told")]
    [InlineData("follow_user(username!) -> {follow_status: bool}", "follow_user {'username':'cy'}", "{'follow_status':true}", "how it went is told")]
    [InlineData("delete_book(book_id!: int)", "delete_book {'book_id':1}", "{'success':true,'id':1,'title':'Emma'}", "what is gone is told once more")]
    public void The_answer_tells_what_was_done(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Reader, tool).Told(call)}");

    private const string Club = "{'club':{'players':['Ada','Bo','Cy'],'teams':{'Ada':['A'],'Bo':[]},'grounds':{'East':['A']}}}";

    [Theory]
    [InlineData("invite_player_to_club(player!, email!)", "invite_player_to_club {'player':'Di','email':'di@x.org'}", "club.players[3] = 'Di'; club.teams.Di = []",
        "a map of lists beside it gets an empty one")]
    [InlineData("invite_player_to_club(player!, email!)", "invite_player_to_club {'player':'Bo','email':'bo@x.org'}", "refused: Conflict", "who is there is not invited")]
    public void A_value_is_put_on_the_list_that_a_thing_holds(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Club, tool, call, because);
}
