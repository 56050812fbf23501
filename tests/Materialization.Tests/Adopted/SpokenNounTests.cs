namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>Tools that name a table of a user's own database by what is done, taken or told. Each case cites a theatre's database, a tool and a call.</summary>
public sealed class SpokenNounTests
{
    private const string Theatre = """
        {
          'shows': [{'id': 1, 'title': 'Emma', 'day': '2030-05-01', 'hall': 'East'}, {'id': 2, 'title': 'Dune', 'day': '2030-05-02', 'hall': 'West'}],
          'planned_shows': [{'id': 7, 'title': 'Ulysses', 'day': '2030-06-01', 'hall': 'East'}],
          'gifts': [{'id': 1, 'donor': 'Eve', 'sum': 5, 'purpose': 'roof'}, {'id': 2, 'donor': 'Flo', 'sum': 7, 'purpose': 'stage'}],
          'site_text': {'/home': 'Welcome', '/prices': 'Seats from 9'},
          'actors': ['Ada', 'Bo', 'Cy'],
          'actor_roles': {'Ada': ['Emma'], 'Bo': []},
          'scripts': [{'script_id': 'S1', 'title': 'Emma', 'shared_with': {'ada@x.org': 'r'}}, {'script_id': 'S2', 'title': 'Dune', 'shared_with': {}}]
        }
        """;

    [Theory]
    [InlineData("plan_show(title!, day!, hall!)", "plan_show {'title':'Hamlet','day':'2030-07-01','hall':'West'}",
        "planned_shows[1] = {'id':8,'title':'Hamlet','day':'2030-07-01','hall':'West'}", "what has been planned is a planned show")]
    [InlineData("create_show(title!, day!, hall!)", "create_show {'title':'Hamlet','day':'2030-07-01','hall':'West'}",
        "shows[2] = {'id':3,'title':'Hamlet','day':'2030-07-01','hall':'West'}", "what is made is a show")]
    [InlineData("send_money(donor!, sum!: int, purpose!)", "send_money {'donor':'Cy','sum':3,'purpose':'roof'}",
        "gifts[2] = {'id':3,'donor':'Cy','sum':3,'purpose':'roof'}", "rows are made of all that it takes")]
    public void What_is_done_and_taken_names_the_table(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Theatre, tool, call, because);

    [Theory]
    [InlineData("get_sitepage(url!) -- Returns the text of the page at the given url.", "get_sitepage {'url':'/home'}", "'Welcome'", "the text of a site's page")]
    [InlineData("get_sitepage(url!) -- Returns the text of the page at the given url.", "get_sitepage {'url':'/jobs'}", "refused: NotFound", "there is no such page")]
    public void What_is_told_of_a_thing_names_the_map(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Theatre, tool).Told(call)}");

    [Theory]
    [InlineData("add_role_to_actor(actor!, role!)", "add_role_to_actor {'actor':'Bo','role':'Dune'}", "actor_roles.Bo[0] = 'Dune'", "put on the list under a name")]
    [InlineData("remove_role_from_actor(actor_name!, role!)", "remove_role_from_actor {'actor_name':'Ada','role':'Emma'}", "actor_roles.Ada without 'Emma'",
        "and taken off it")]
    [InlineData("add_role_to_actor(actor!, role!)", "add_role_to_actor {'actor':'Cy','role':'Dune'}", "refused: NotFound", "there is no such name")]
    [InlineData("add_role_to_actor(actor!, role!)", "add_role_to_actor {'actor':'Ada','role':'Emma'}", "refused: Conflict", "it stands there already")]
    [InlineData("add_role_to_actor(actor!, role!) -- Adds a role. Returns -1 if the actor is not found, -2 if the role is not found.",
        "add_role_to_actor {'actor':'Ada','role':'Emma'}", "", "the failures that are listed are all that there are")]
    [InlineData("share_script(script_id!, actor!, right!: r|rw)", "share_script {'script_id':'S2','actor':'bo@x.org','right':'rw'}", "scripts[1].shared_with.bo@x.org = 'rw'",
        "in the map that the verb names")]
    public void A_value_is_put_under_a_name(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Theatre, tool, call, because);

    [Theory]
    [InlineData("rename_script(script_id!, new_title!)", "rename_script {'script_id':'S2','new_title':'Dune II'}",
        "{'new_title':'Dune II','script_id':'S2','title':'Dune II','shared_with':{}}", "what was asked for under another name")]
    [InlineData("create_show(title!, day!, hall!)", "create_show {'title':'Hamlet','day':'2030-07-01','hall':'West'}",
        "{'id':3,'title':'Hamlet','day':'2030-07-01','hall':'West'}", "the row shows all that was asked for")]
    [InlineData("go(rack!) -> {current_shelf} -- Change the current shelf to the given rack.", "go {'rack':'B'}", "{'current_shelf':'B'}",
        "the one becomes the other")]
    public void An_answer_tells_what_was_asked_for(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Theatre, tool).Told(call)}");
}
