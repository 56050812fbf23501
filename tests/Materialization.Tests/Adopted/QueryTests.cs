namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>
/// What reads tell of a user's own database. Each case cites a tool of a library's service and a call; the dump is the same for all.
/// </summary>
public sealed class QueryTests
{
    private const string Library = """
        {
          'open': true, 'librarian': 'Ines',
          'membership': {'card': 'C-9', 'fees_due': 12.5, 'password': 'owl'},
          'book_list': [
            {'id': 1, 'title': 'Tides', 'author': 'Moss', 'shelf': 'A', 'pages': 300, 'lent': true, 'state': 'worn'},
            {'id': 2, 'title': 'Ash and Tide', 'author': 'Bell', 'shelf': 'A', 'pages': 120, 'lent': false, 'state': 'new'},
            {'id': 3, 'title': 'Embers', 'author': 'Moss', 'shelf': 'B', 'pages': 210, 'lent': false, 'state': 'worn'}],
          'readers': {
            'r1': {'reader_id': 'r1', 'name': 'Ada', 'address': {'street': 'Elm 1', 'city': 'Oslo'}},
            'r2': {'reader_id': 'r2', 'name': 'Bo', 'address': {'street': 'Fir 2', 'city': 'Bern'}}},
          'loans': [
            {'loan_id': 'L1', 'reader_id': 'r1', 'book_id': 1, 'lent_on': '2024-03-01', 'fee': 2.0},
            {'loan_id': 'L2', 'reader_id': 'r2', 'book_id': 3, 'lent_on': '2024-03-05', 'fee': 3.0},
            {'loan_id': 'L3', 'reader_id': 'r1', 'book_id': 2, 'lent_on': '2024-04-02', 'fee': 4.5}],
          'rooms': {'reading room': [{'name': 'lamp', 'seats': 1}, {'name': 'sofa', 'seats': 3}], 'attic 2': [{'name': 'desk', 'seats': 1}]},
          'notices': {'hours.txt': 'Nine to five', 'rules.txt': 'Be quiet'},
          'box': {'Ada': [{'sender': 'Bo', 'body': 'Hello'}, {'sender': 'Cy', 'body': 'Due soon'}], 'Bo': [{'sender': 'Ada', 'body': 'Thanks'}]}
        }
        """;

    [Theory]
    [InlineData("get_fees_due()", "get_fees_due {}", "12.5", "a column of the one thing")]
    [InlineData("show_librarian()", "show_librarian {}", "'Ines'", "a plain value beside the tables")]
    [InlineData("get_membership_info()", "get_membership_info {}", "{'card':'C-9','fees_due':12.5}", "the one thing, without its secret")]
    [InlineData("read_notice(file_name!)", "read_notice {'file_name':'rules.txt'}", "'Be quiet'", "the text of a name")]
    public void One_thing_is_told_by_what_its_name_asks(string tool, string call, string told, string because) => Same(tool, call, told, because);

    [Theory]
    [InlineData("get_book(book_id!: int)", "get_book {'book_id':3}", "3", "by the key")]
    [InlineData("find_book_by_title(title!)", "find_book_by_title {'title':'embers'}", "3", "by a name, whatever its case")]
    [InlineData("get_book_details(book!: int)", "get_book_details {'book':2}", "2", "by the noun alone")]
    [InlineData("list_books()", "list_books {}", "1,2,3", "all")]
    [InlineData("get_lent_books()", "get_lent_books {}", "1", "a mark in the name")]
    [InlineData("list_worn_books()", "list_worn_books {}", "1,3", "a state in the name")]
    [InlineData("search_books(query!)", "search_books {'query':'tide'}", "1,2", "a text in a title")]
    [InlineData("search_books_by_author(query!)", "search_books_by_author {'query':'moss'}", "1,3", "a text in the column that the name says")]
    [InlineData("search_books(query! \"Matched in the fields author and book_title.\")", "search_books {'query':'bell'}", "2", "in the columns that are described")]
    [InlineData("list_books(shelf)", "list_books {'shelf':'B'}", "3", "an optional filter")]
    [InlineData("list_books(min_pages: int, max_pages: int)", "list_books {'min_pages':150,'max_pages':250}", "3", "a range of numbers")]
    public void Rows_are_found_by_what_the_call_says(string tool, string call, string ids, string because) => Ids(tool, call, "'id':", ids, because);

    [Theory]
    [InlineData("get_loans(reader_id!)", "get_loans {'reader_id':'r1'}", "L1,L3", "by a reference")]
    [InlineData("get_loans_by_reader_name(reader_name!)", "get_loans_by_reader_name {'reader_name':'Bo'}", "L2", "by the name of whom a row refers to")]
    [InlineData("list_loans(start_date, end_date)", "list_loans {'start_date':'2024-03-02','end_date':'2024-03-31'}", "L2", "a range of days")]
    [InlineData("get_all_reader_loans(reader_id!)", "get_all_reader_loans {'reader_id':'r2'}", "L2", "the loans of a reader are loans")]
    [InlineData("get_latest_loan()", "get_latest_loan {}", "L3", "the last one")]
    [InlineData("list_recent_loans(limit: int) -- Lists loans, newest first.", "list_recent_loans {'limit':2}", "L3,L2", "so many, in the stated order")]
    public void Rows_are_found_by_what_they_refer_to(string tool, string call, string ids, string because) => Ids(tool, call, "'loan_id':'", ids, because);

    [Theory]
    [InlineData("find_reader_id_by_name(name!)", "find_reader_id_by_name {'name':'Bo'}", "'r2'", "the id alone")]
    [InlineData("find_reader_id(name!, city!)", "find_reader_id {'name':'Ada','city':'Oslo'}", "'r1'", "by a member of what the row holds")]
    [InlineData("find_reader_id(name!, city!)", "find_reader_id {'name':'Ada','city':'Bern'}", "refused: NotFound", "all of it must be met")]
    [InlineData("get_book_info(book_id!: int, field!)", "get_book_info {'book_id':1,'field':'shelf'}", "{'shelf':'A'}", "the column that the caller names")]
    [InlineData("get_number_of_books(shelf)", "get_number_of_books {'shelf':'A'}", "{'count':2}", "how many")]
    [InlineData("get_average_book_pages()", "get_average_book_pages {}", "{'average':210}", "a mean")]
    [InlineData("read_box(reader!)", "read_box {'reader':'Bo'}", "[{'sender':'Ada','body':'Thanks'}]", "rows inside a map, by its name")]
    public void A_question_is_answered_with_what_it_asks(string tool, string call, string told, string because) => Same(tool, call, told, because);

    [Theory]
    [InlineData("get_room(name!)", "get_room {'name':'Attic 2'}", "[{'name':'desk','seats':1}]", "a group of a map, not one of its rows")]
    [InlineData("get_room(name!)", "get_room {'name':'cellar'}", "refused: NotFound", "no such group")]
    [InlineData("read_box(reader!)", "read_box {'reader':'Zed'}", "refused: NotFound", "nobody of the name has a box")]
    public void A_name_is_that_of_the_noun(string tool, string call, string told, string because) => Same(tool, call, told, because);

    [Theory]
    [InlineData("get_reader_info_by_id(reader_id, field)", "get_reader_info_by_id {'field':'name'}", "refused: InvalidArguments", "no reader is named")]
    [InlineData("get_reader_info_by_id(reader_id, field)", "get_reader_info_by_id {'reader_id':'r1','field':''}", "refused: InvalidArguments", "a blank field")]
    [InlineData("get_reader_info_by_id(reader_id, field)", "get_reader_info_by_id {'reader_id':'r1','field':'name'}", "{'name':'Ada'}", "both are given")]
    [InlineData("get_loan(start_date!, end_date!)", "get_loan {'start_date':'2020-01-01','end_date':'2020-01-02'}", "[]", "a span of days that nothing meets")]
    public void What_names_a_row_is_given(string tool, string call, string told, string because) => Same(tool, call, told, because);

    [Theory]
    [InlineData("read_box {'reader':'Cy'}", "[]", "a reader whose box is empty, as the list of readers knows")]
    [InlineData("read_box {'reader':'Zed'}", "refused: NotFound", "nobody of the name")]
    public void A_group_may_be_missing_where_its_name_is_known(string call, string told, string because) => Assert.Equal($"{because}: {told}",
        $"{because}: {new AdoptedWorld("{'house':{'readers':['Ada','Bo','Cy'],'box':{'Ada':[{'sender':'Bo','body':'Hi'}],'Bo':[{'sender':'Ada','body':'Yes'}]}}}",
            "read_box(reader!)").Told(call)}");

    [Theory]
    [InlineData("list_books() -> {books: [{id: int, state: new|damaged}]}",
        "{'books':[{'id':1,'state':'worn'},{'id':2,'state':'new'},{'id':3,'state':'worn'}]}",
        "a state that the schema calls otherwise")]
    [InlineData("list_books() -> {books: [{id: int, state: new|worn|lost}]}",
        "{'books':[{'id':1,'state':'worn'},{'id':2,'state':'new'},{'id':3,'state':'worn'}]}",
        "states among others")]
    public void A_state_is_told_as_the_row_holds_it(string tool, string told, string because) => Same(tool, "list_books {}", told, because);

    private static void Same(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Library, tool).Told(call)}");

    [Theory]
    [InlineData("'6':1,'9':2,'24':3", "list_tickets {}", "6,9,24", "numbers in their order")]
    [InlineData("'0':1,'9':1,'11':1,'32':1,'27':1", "list_tickets {}", "0,9,11,27,32", "mostly in the order of their numbers")]
    [InlineData("'11':1,'24':2,'6':3", "list_tickets {}", "11,24,6", "in the order of their texts")]
    public void Rows_stand_by_the_numbers_of_their_keys(string keys, string call, string ids, string because)
    {
        var rows = string.Join(',', keys.Split(',').Select(k => k.Split(':')).Select(k => $"{k[0]}:{{'id':{k[0]},'seat':{k[1]}}}"));
        var told = new AdoptedWorld($"{{'tickets':{{{rows}}}}}", "list_tickets()").Told(call);
        Assert.Equal($"{because}: {ids}", $"{because}: {string.Join(',', told.Split("'id':'").Skip(1).Select(part => part[..part.IndexOf('\'')]))}");
    }

    /// <summary>The ids that a call tells, in their order.</summary>
    private static void Ids(string tool, string call, string mark, string ids, string because)
    {
        var told = new AdoptedWorld(Library, tool).Told(call);
        var found = told.Split(mark).Skip(1).Select(part => part[..part.IndexOfAny([',', '}', '\''])]);
        Assert.Equal($"{because}: {ids}", $"{because}: {string.Join(',', found)}{(told.StartsWith("refused", StringComparison.Ordinal) ? told : "")}");
    }
}
