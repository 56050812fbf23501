namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>
/// Where a caller is, and who is signed in, where a user's own database keeps that in its own way. Each case cites a database, tools and calls.
/// </summary>
public sealed class ShellTests
{
    [Theory]
    [InlineData("cd(folder!)", "cd {'folder':'notes'}", "current_directory = 'home/ada/notes'", "a step in")]
    [InlineData("cd(folder!)", "cd {'folder':'..'}", "current_directory = 'home'", "a step back")]
    [InlineData("cd(folder!)", "cd {'folder':'..'} & cd {'folder':'..'}", "current_directory = 'home'", "no further back than the first")]
    [InlineData("change_directory(path!)", "change_directory {'path':'notes'}", "current_directory = 'home/ada/notes'", "in more words")]
    public void A_step_leads_on_from_where_the_caller_is(string tool, string calls, string expected, string because) =>
        AdoptedWorld.Same(expected, "{'current_directory':'home/ada','lamp':true}", tool, calls, because);

    private const string Club = "{'gate.open':true,'club.members':{'Ada':{'member_id':'m1','password':'x'},'Bo':{'member_id':'m2','password':'y'}},"
        + "'club.logged_in_users':[]}";

    [Theory]
    [InlineData("login_club(username!, password!)", "login_club {'username':'Ada','password':'x'}", "club.logged_in_users[0] = 'Ada'", "an account with its password")]
    [InlineData("login_club(username!, password!)", "login_club {'username':'Ada','password':'y'}", "refused: NotFound", "another's password")]
    [InlineData("login_club(username!, password!)", "login_club {'username':'Ada','password':'x'} & login_club {'username':'Ada','password':'x'}",
        "refused: Conflict", "who is in is not let in again")]
    [InlineData("login_gate(username!, password!)", "login_gate {'username':'Ada','password':'x'}", "", "a gate is no club")]
    public void Who_signs_in_stands_in_the_list(string tool, string calls, string expected, string because) =>
        AdoptedWorld.Same(expected, Club, tool, calls, because);

    private const string Errands = "{'people':{'ada':{'password':'x','token':'T1'},'bo':{'password':'y','token':'T2'}},'_pending_password':{},"
        + "'errands':{'1':{'title':'Post','time':'2030-05-01','place':'Ulm'},'2':{'title':'Milk','time':'2030-05-02','place':'Bonn'}}}";

    [Theory]
    [InlineData("update_errand(title!, time!, place)", "update_errand {'title':'Milk','time':'2030-05-03'}", "errands.2.time = '2030-05-03'",
        "the title names the errand")]
    [InlineData("update_errand(title!, time!, place)", "update_errand {'title':'Bread','time':'2030-05-03'}", "refused: NotFound", "there is no such errand")]
    [InlineData("update_errand(errand_id!, title!)", "update_errand {'errand_id':'2','title':'Bread'}", "errands.2.title = 'Bread'", "an id names it better")]
    [InlineData("change_password(token!, old_password!, new_password!)", "change_password {'token':'T2','old_password':'y','new_password':'z'}",
        "people.bo.password = 'z'", "a token names whose password it is")]
    [InlineData("change_password(token!, old_password!, new_password!)", "change_password {'token':'T2','old_password':'x','new_password':'z'}",
        "refused: PreconditionFailed", "the old one is another")]
    public void A_row_is_named_by_what_it_is_called(string tool, string calls, string expected, string because) =>
        AdoptedWorld.Same(expected, Errands, tool, calls, because);
}
