namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>A token names the account that acts. Each case cites calls on a database whose accounts hold tokens.</summary>
public sealed class TokenTests
{
    private const string Garden = "{'accounts':{'ada':{'password':'p1','token':'t1','email':'a@x.org'},'bo':{'password':'p2','token':'t2','email':'b@x.org'}},"
        + "'plots':{'1':{'crop':'beans','username':'ada'},'2':{'crop':'peas','username':'bo'}}}";

    private const string Tools = "add_plot(token!, crop!) & delete_plot(token!, plot_id!) & change_password(token!, old_password!, new_password!) & "
        + "delete_account(token!) & update_plot(token!, plot_id!, crop!) & logout_user(token!)";

    [Theory]
    [InlineData("add_plot {'token':'t2','crop':'corn'}", "plots.3 = {'crop':'corn','username':'bo'}", "what is made belongs to the account")]
    [InlineData("add_plot {'token':'t9','crop':'corn'}", "refused: NotFound", "nobody has the token")]
    [InlineData("delete_plot {'token':'t2','plot_id':'2'}", "plots.2 gone", "its own row")]
    [InlineData("delete_plot {'token':'t2','plot_id':'1'}", "refused: NotFound", "a row of another account")]
    [InlineData("update_plot {'token':'t1','plot_id':'1','crop':'kale'}", "plots.1.crop = 'kale'", "its own row is changed")]
    [InlineData("change_password {'token':'t1','old_password':'p1','new_password':'q'}", "accounts.ada.password = 'q'", "the account itself")]
    [InlineData("change_password {'token':'t1','old_password':'p2','new_password':'q'}", "refused: PreconditionFailed", "the present password is wrong")]
    [InlineData("delete_account {'token':'t2'}", "accounts.bo gone", "the account is deleted")]
    [InlineData("logout_user {'token':'t2'}", "accounts.bo.token gone", "who signs out has no token any more")]
    [InlineData("logout_user {'token':'t9'}", "refused: NotFound", "nobody has the token, so nobody signs out")]
    public void The_account_acts(string calls, string expected, string because) => AdoptedWorld.Same(expected, Garden, Tools, calls, because);

    [Theory]
    [InlineData("cancel_visit(visit_id!)", "cancel_visit {'visit_id':'2'}", "visits.2 gone", "nothing tells that a visit is cancelled")]
    public void What_has_no_status_is_deleted(string tools, string calls, string expected, string because) =>
        AdoptedWorld.Same(expected, "{'visits':{'1':{'guest':'Al'},'2':{'guest':'Ed'}}}", tools, calls, because);

    [Theory]
    [InlineData("delete_note(note_id!)", "delete_note {'note_id':'y-2'}", "notes.ada without {'note_id':'y-2','text':'B'}",
        "rows inside rows by a column of their own")]
    public void A_row_inside_a_row_is_named_by_its_own_column(string tools, string calls, string expected, string because) =>
        AdoptedWorld.Same(expected, "{'notes':{'ada':[{'note_id':'x-1','text':'A'},{'note_id':'y-2','text':'B'}],'bo':[{'note_id':'z-3','text':'C'}]}}",
            tools, calls, because);

    [Theory]
    [InlineData("list_plots {'token':'t1'}", "{'1':{'crop':'beans','username':'ada'}}", "rows of the account")]
    [InlineData("list_plots {'token':'t9'}", "refused: NotFound", "nobody has the token, so nothing is told")]
    [InlineData("find_account {'token':'t9','email':'a@x.org'}", "refused: NotFound", "nor of others")]
    [InlineData("find_account {'token':'t2','email':'a@x.org'}", "{'token':'t1'", "another account is found by who has one")]
    public void Who_reads_is_known(string call, string told, string because)
    {
        var answer = new AdoptedWorld(Garden, "list_plots(token!) & find_account(token!, email!)").Told(call);
        Assert.True(answer.StartsWith(told, StringComparison.Ordinal), $"{because}: expected {told}, but was {answer}");
    }

    [Theory]
    [InlineData("add_plot {'session_token':'s9','crop':'corn'}", "refused: NotFound", "while nobody is signed in, no token is right")]
    public void A_column_of_tokens_may_be_empty(string calls, string expected, string because) => AdoptedWorld.Same(expected,
        "{'accounts':{'ada':{'username':'ada','password':'p1','session_token':null}},'plots':{'1':{'crop':'beans','username':'ada'}}}",
        "add_plot(session_token!, crop!)", calls, because);

    [Theory]
    [InlineData("delete_note {'note_id':'n1'}", "notes.ada.n1 gone", "rows of a map inside a map by the key that they hold, although others have it too")]
    public void A_row_of_a_map_inside_a_map_is_named_by_its_key(string calls, string expected, string because) => AdoptedWorld.Same(expected,
        "{'notes':{'ada':{'n1':{'note_id':'n1','text':'A'},'n2':{'note_id':'n2','text':'B'}},'bo':{'n1':{'note_id':'n1','text':'C'}}}}",
        "delete_note(note_id!)", calls, because);
}
