namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>
/// What the rows of a user's own database, and what stands beside them, say of a row that a tool makes. Each case cites a ferry office's database, a tool
/// and a call.
/// </summary>
public sealed class OwnRowTests
{
    private const string Letters = "'letters':[{'id':1,'sender':'pier@ferry.org','text':'A','state':'sent','seen':true},"
        + "{'id':2,'sender':'ada@x.org','text':'B','state':'received','seen':false},{'id':3,'sender':'pier@ferry.org','text':'C','state':'sent','seen':true},"
        + "{'id':4,'sender':'bo@x.org','text':'D','state':'received','seen':true}]";

    [Theory]
    [InlineData("{'post':{'address':'pier@ferry.org'}," + Letters + "}", "letters[4] = {'id':5,'sender':'pier@ferry.org','text':'E','state':'sent','seen':true}",
        "it comes from the one address, and looks like the others that do")]
    [InlineData("{'post':{'address':'dock@ferry.org'}," + Letters + "}", "letters[4] = {'id':5,'text':'E','state':'received','seen':false}",
        "no row comes from the one address")]
    [InlineData("{'post':{'address':'pier@ferry.org','other':'ada@x.org'}," + Letters + "}", "letters[4] = {'id':5,'text':'E','state':'received','seen':false}",
        "rows come from two addresses that stand beside them")]
    public void A_row_comes_from_the_one_who_is_kept_beside_the_rows(string dump, string expected, string because) =>
        AdoptedWorld.Same(expected, dump, "send_letter(text!)", "send_letter {'text':'E'}", because);

    [Theory]
    [InlineData("'size':4", "'size':3", "papers[3] = {'id':4,'name':'D','text':'Ropes','size':5}", "a number is the length of a text in every row")]
    [InlineData("'size':4", "'size':9", "papers[3] = {'id':4,'name':'D','text':'Ropes'}", "it is not in one row")]
    public void A_number_is_the_length_of_what_stands_beside_it(string second, string third, string expected, string because) => AdoptedWorld.Same(
        expected, $"{{'papers':[{{'id':1,'name':'A','text':'Sail','size':4}},{{'id':2,'name':'B','text':'Keel',{second}}},{{'id':3,'name':'C','text':'Oar',{third}}}]}}",
        "create_paper(name!, text!)", "create_paper {'name':'D','text':'Ropes'}", because);

    [Theory]
    [InlineData("append_to_paper(paper_id!: int, text!)", "append_to_paper {'paper_id':1,'text':'Oar'}", "papers[0].text = 'Sail\\nOar'; papers[0].size = 8",
        "what is appended stands below, and the length follows")]
    [InlineData("append_to_paper(paper_id!: int, text!)", "append_to_paper {'paper_id':3,'text':'Oar'}", "papers[2].text = 'Oar'; papers[2].size = 3",
        "there was nothing above it")]
    [InlineData("append_to_paper(paper_id!: int, text!)", "append_to_paper {'paper_id':9,'text':'Oar'}", "refused: NotFound", "there is no such paper")]
    public void What_is_appended_stands_below(string tool, string call, string expected, string because) => AdoptedWorld.Same(
        expected, "{'papers':[{'id':1,'text':'Sail','size':4},{'id':2,'text':'Rope','size':4},{'id':3,'text':'','size':0}]}", tool, call, because);

    private const string Desk = "'due':[{'id':1,'sum':3,'boat':'A'},{'id':2,'sum':4,'boat':'B'}],'paid':[{'id':3,'sum':5,'boat':'A'},{'id':4,'sum':6,'boat':'C'}]";

    [Theory]
    [InlineData("{'desk':{'bank':'Ulm'," + Desk + "}}", "desk.due[2] = {'id':5,'sum':7,'boat':'B'}", "two lists of like rows, no number of which stands twice")]
    [InlineData("{'desk':{'bank':'Ulm'," + Desk + "}}", "desk.due[2] = {'id':5,'sum':7,'boat':'B'}; desk.paid[2] = {'id':6,'sum':8,'boat':'B'}",
        "each goes on where the other stands", "create_due {'sum':7,'boat':'B'} & create_paid {'sum':8,'boat':'B'}")]
    [InlineData("{'due':[{'id':1,'sum':3},{'id':2,'sum':4}],'paid':[{'id':2,'sum':5},{'id':3,'sum':6}]}", "due[2] = {'id':3,'sum':7}",
        "numbers of one are those of the other too", "create_due {'sum':7}")]
    public void Lists_of_like_rows_share_their_numbers(string dump, string expected, string because, string calls = "create_due {'sum':7,'boat':'B'}") =>
        AdoptedWorld.Same(expected, dump, "create_due(sum!: int, boat) & create_paid(sum!: int, boat)", calls, because);

    private const string Purse = "{'purse':{'purse_id':7,'balance':100},'movement_history':[]}";

    private const string Movements = "get_movement_history() -> {movement_history: [{kind: deposit|withdrawal, amount: num, "
        + "timestamp: str \"When, as YYYY-MM-DD HH:MM.\"}]}";

    [Theory]
    [InlineData("deposit_money(amount!: num) -> {balance: num}", "deposit_money {'amount':5}", "deposit", 105, "money comes")]
    [InlineData("withdraw_money(amount!: num) -> {balance: num}", "withdraw_money {'amount':5}", "withdrawal", 95, "money goes")]
    public void Money_that_moves_is_entered_in_the_history(string tool, string call, string kind, int balance, string because) => AdoptedWorld.Same(
        $"movement_history[0] = {{'kind':'{kind}','amount':5,'timestamp':'2026-01-01 00:00'}}; purse.balance = {balance}", Purse, $"{Movements} & {tool}", call, because);
}
