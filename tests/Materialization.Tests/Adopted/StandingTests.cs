namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>
/// How rows of a user's own database stand and what of them is left out. Each case cites a tool of a workshop and a call.
/// </summary>
public sealed class StandingTests
{
    private const string Workshop = """
        {
          'signed_in': true,
          'jobs': {
            '9': {'bike': 'Comet', 'day': '2024-01-03'}, '10': {'bike': 'Arrow', 'day': '2024-01-02'}, '11': {'bike': 'Comet', 'day': '2024-01-09'}},
          'parts': [
            {'part_id': 'p_8', 'name': 'chain', 'made_on': '2024-02-01'}, {'part_id': 'p_9', 'name': 'bell', 'made_on': '2024-01-01'},
            {'part_id': 'p_10', 'name': 'cable', 'made_on': '2024-03-01'}],
          'visits': [
            {'code': 'x', 'guest': 'Ro', 'date': '2024-05-01'}, {'code': 'c', 'guest': 'Mi', 'date': '2024-05-02'},
            {'code': 'k', 'guest': 'Ro', 'date': '2024-05-07'}],
          'stands': {'front hall': [{'name': 'pump', 'hooks': 1}, {'name': 'rack', 'hooks': 3}], 'yard 2': [{'name': 'trough', 'hooks': 0}]},
          'rider_map': {'Ada': 'RID01', 'Bo': 'RID02', 'Cy': 'RID03'}
        }
        """;

    [Theory]
    [InlineData("list_parts()", "list_parts {}", "chain,bell,cable", "numbers that are kept as texts count")]
    [InlineData("search_parts(query!)", "search_parts {'query':'b'}", "bell,cable", "what is found stands so as well")]
    [InlineData("list_parts() -- Lists parts, newest first.", "list_parts {}", "cable,chain,bell", "the documents say another order")]
    public void Rows_stand_as_the_database_has_them(string tool, string call, string names, string because) => Column(tool, call, "'name':'", names, because);

    [Theory]
    [InlineData("list_visits()", "list_visits {}", "x,c,k", "by the day that explains how they stand")]
    [InlineData("get_guest_visits(guest!)", "get_guest_visits {'guest':'Ro'}", "x,k", "some of them")]
    public void Rows_stand_by_what_explains_it(string tool, string call, string codes, string because) => Column(tool, call, "'code':'", codes, because);

    [Theory]
    [InlineData("get_stand(name!) -> {fixtures: [any]}", "get_stand {'name':'yard 2'}", "{'fixtures':[{'name':'trough','hooks':0}]}", "without the name that was asked for")]
    [InlineData("get_rider_id(rider!) -> {rider_id}", "get_rider_id {'rider':'Bo'}", "{'rider_id':'RID02'}", "what a name leads to")]
    [InlineData("list_riders() -> {rider_list: [str]}", "list_riders {}", "{'rider_list':['Ada','Bo','Cy']}", "names, not what they lead to")]
    [InlineData("get_login_status() -> {status: bool}", "get_login_status {}", "{'status':true}", "a question changes nothing")]
    public void A_declared_result_tells_what_is_asked(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Workshop, tool).Told(call)}");

    private static void Column(string tool, string call, string mark, string expected, string because)
    {
        var told = new AdoptedWorld(Workshop, tool).Told(call);
        Assert.Equal($"{because}: {expected}", $"{because}: {string.Join(',', told.Split(mark).Skip(1).Select(part => part[..part.IndexOf('\'')]))}"
            + (told.StartsWith("refused", StringComparison.Ordinal) ? told : ""));
    }
}
