namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>In which form and order reads tell the rows of a user's own database. Each case cites a tool of a workshop's service and a call.</summary>
public sealed class ToldFormTests
{
    private const string Workshop = """
        {
          'accounts': {
            'ada': {'username': 'ada', 'email': 'ada@shop.example', 'phone': '1', 'name': 'Ada', 'session_token': 'T1', 'password': 'p'},
            'bo': {'username': 'bo', 'email': 'bo@shop.example', 'phone': '2', 'name': 'Bo', 'session_token': 'T2', 'password': 'q'}},
          'repairs': [
            {'repair_id': 'R1', 'customer': 'ada', 'done_on': '11/20/2023', 'fee': 5, 'note': 'Belt', 'kind': 'bike'},
            {'repair_id': 'R2', 'customer': 'ada', 'done_on': '01/15/2024', 'fee': 7, 'note': 'Lamp', 'kind': 'car'},
            {'repair_id': 'R3', 'customer': 'bo', 'done_on': '12/31/2022', 'fee': 9, 'note': 'Chain', 'kind': 'bike'}],
          'quotes': [
            {'quote_id': 'Q1', 'customer': 'ada', 'period_start': '2024-01-01', 'issue_date': '2024-01-09', 'total': 3},
            {'quote_id': 'Q2', 'customer': 'ada', 'period_start': '2024-02-01', 'issue_date': '2024-02-09', 'total': 4}]
        }
        """;

    private const string Yard = """
        {
          'accounts': {'ada': {'username': 'ada', 'age': 3}, 'bo': {'username': 'bo', 'age': 4}},
          'orders': [{'order_id': 'O1', 'username': 'ada', 'total': 1}, {'order_id': 'O2', 'username': 'cy', 'total': 2}],
          'parcels': [{'parcel_id': 'P1', 'order_id': 'O1', 'weight': 2}, {'parcel_id': 'P2', 'order_id': 'O2', 'weight': 3}],
          'places': [{'name': 'Dock', 'longitude': 1.5, 'latitude': 2.5}, {'name': 'Hall', 'longitude': 3.5, 'latitude': 4.5}]
        }
        """;

    [Theory]
    [InlineData("update_account(username!, phone) -- Updates an account.", "update_account {'username':'bo','phone':'3'}",
        "{'username':'bo','email':'bo@shop.example','phone':'3','name':'Bo','session_token':'T2'}", "what has changed, and no password")]
    [InlineData("update_account(username!, password) -- Updates an account.", "update_account {'username':'bo','password':'x'}",
        "{'username':'bo','email':'bo@shop.example','phone':'2','name':'Bo','session_token':'T2'}", "not even a new one")]
    [InlineData("update_account(username!, phone) -> {username!, phone!, password!} -- Updates an account.", "update_account {'username':'bo','phone':'3'}",
        "{'username':'bo','phone':'3','password':'q'}", "a declared answer is told as declared")]
    public void A_write_tells_no_secrets_of_the_row(string tool, string call, string told, string because) => Same(tool, call, told, because);

    [Theory]
    [InlineData("find_accounts(session_token!, username) -> {accounts: [{username, email, phone, name}]} -- Finds accounts given a username.",
        "find_accounts {'session_token':'T1','username':'bo'}", "{'accounts':[{'username':'bo','email':'bo@shop.example','phone':'2','name':'Bo'}]}",
        "who looks for others finds others")]
    [InlineData("get_account_information(session_token!) -> {user: {username, email, phone, name}} -- Retrieves the account of the logged in user.",
        "get_account_information {'session_token':'T2'}", "{'user':{'username':'bo','email':'bo@shop.example','phone':'2','name':'Bo'}}",
        "a token alone says whose account it is")]
    public void A_token_names_the_caller_where_nobody_else_is_named(string tool, string call, string told, string because) => Same(tool, call, told, because);

    [Theory]
    [InlineData("list_repairs(customer!) -- Lists repairs in reverse chronological order (most recent first).", "list_repairs {'customer':'ada'}",
        "R2,R1", "days with the month first stand by their years")]
    [InlineData("list_repairs() -- Lists repairs, newest first.", "list_repairs {}", "R2,R1,R3", "all of them do")]
    public void Lists_stand_in_the_stated_order(string tool, string call, string ids, string because) =>
        Assert.Equal($"{because}: {ids}", $"{because}: {Ids(new AdoptedWorld(Workshop, tool).Told(call), "'repair_id':'")}");

    [Theory]
    [InlineData("get_quotes_for_customer(customer!, limit: int) -- Retrieves the quotes of a customer, most recent first.",
        "get_quotes_for_customer {'customer':'ada','limit':1}", "Q2", "the statement says more than the limit")]
    public void A_stated_order_outdoes_a_usual_one(string tool, string call, string ids, string because) =>
        Assert.Equal($"{because}: {ids}", $"{because}: {Ids(new AdoptedWorld(Workshop, tool).Told(call), "'quote_id':'")}");

    [Theory]
    [InlineData("list_repairs(customer!) -> {repairs: [{repair_id, customer, done_on, fee: int, note}]}", "list_repairs {'customer':'bo'}",
        "{'repairs':[{'repair_id':'R3','kind':'bike','customer':'bo','done_on':'12/31/2022','fee':9,'note':'Chain'}]}", "one mark is forgotten")]
    [InlineData("list_repairs(customer!) -> {repairs: [{repair_id, fee: int}]}", "list_repairs {'customer':'bo'}",
        "{'repairs':[{'repair_id':'R3','fee':9}]}", "a few columns are all that is told")]
    public void A_declared_row_is_told_whole_where_it_forgets_one_column(string tool, string call, string told, string because) =>
        Same(tool, call, told, because);

    [Theory]
    [InlineData("get_quotes_by_customer(customer!) -> \"Quotes retrieved successfully.\"", "get_quotes_by_customer {'customer':'eve'}",
        "{'message':'Quotes retrieved successfully.','customer':'eve','quotes':[]}", "the message, what was asked for, and what was found")]
    public void A_documented_message_is_told_with_the_rows(string tool, string call, string told, string because) => Same(tool, call, told, because);

    [Theory]
    [InlineData("get_orders_by_account(username!)", "get_orders_by_account {'username':'bo'}", "[]", "an account without orders has none")]
    [InlineData("get_parcel_history(order_id!)", "get_parcel_history {'order_id':'O9'}", "[]", "a history is a list, though each order has one parcel")]
    [InlineData("name_to_longitude_latitude(name!)", "name_to_longitude_latitude {'name':'Dock'}", "{'longitude':1.5,'latitude':2.5}",
        "what one name leads to")]
    public void An_answer_has_the_form_that_the_name_asks(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Yard, tool).Told(call)}");

    private static void Same(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Workshop, tool).Told(call)}");

    private static string Ids(string told, string mark) =>
        string.Join(',', told.Split(mark).Skip(1).Select(part => part[..part.IndexOf('\'', StringComparison.Ordinal)]));
}
