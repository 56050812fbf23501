namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>Which columns of a user's own rows a call writes. Each case cites a database, its tools and a call.</summary>
public sealed class WrittenColumnsTests
{
    private const string Tasks = "{'tasks':[{'task_id':'t1','task_name':'A','list':'Todo','hours':2},{'task_id':'t2','task_name':'B','list':'Done','hours':1}]}";

    private const string Chosen = "update_task(task_id, field, new_value)";

    [Theory]
    [InlineData("update_task {'task_id':'t1','field':'list','new_value':'Done'}", "tasks[0].list = 'Done'", "the column that is named")]
    [InlineData("update_task {'task_id':'t1','field':'list','new_value':'Parked'}", "tasks[0].list = 'Parked'", "a value that no row has yet")]
    [InlineData("update_task {'task_id':'t2','field':'hours','new_value':'4'}", "tasks[1].hours = 4", "in the column's own type")]
    [InlineData("update_task {'task_id':'t1','field':'mood','new_value':'x'}", "refused: InvalidArguments", "no such column")]
    [InlineData("update_task {'task_id':'t1','field':'task_id','new_value':'x'}", "refused: InvalidArguments", "a key does not change")]
    [InlineData("update_task {'task_id':'t1','field':'list'}", "refused: InvalidArguments", "no value is given")]
    [InlineData("update_task {'task_id':'t9','field':'list','new_value':'x'}", "refused: NotFound", "no such row")]
    public void The_caller_names_the_column(string call, string expected, string because) => AdoptedWorld.Same(expected, Tasks, Chosen, call, because);

    [Theory]
    [InlineData("edit_task {'task_id':'t1','updates':{'list':'Done','hours':3}}", "tasks[0].list = 'Done'; tasks[0].hours = 3", "each member")]
    [InlineData("edit_task {'task_id':'t1','updates':{'mood':'x'}}", "", "a member that no row has changes nothing")]
    public void The_caller_gives_an_object_of_columns(string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Tasks, "edit_task(task_id!, updates!: obj)", call, because);

    [Theory]
    [InlineData("{'letters':[{'id':1,'to':'a','subject':'S','body':'B'},{'id':2,'to':'b','subject':'T','body':'C'}]}",
        "create_letter(recipient!, title!, message!)", "create_letter {'recipient':'c','title':'U','message':'D'}",
        "letters[2] = {'id':3,'to':'c','subject':'U','body':'D'}", "other words for the same")]
    [InlineData("{'visits':[{'id':1,'guest':'a','start_time':'9:00'},{'id':2,'guest':'b','start_time':'8:00'}]}",
        "reschedule_visit(visit_id!: int, new_start_time!)", "reschedule_visit {'visit_id':1,'new_start_time':'10:00'}",
        "visits[0].start_time = '10:00'", "a new value of the column")]
    [InlineData("{'letters':[{'id':1,'from/to':'a','text':'S'},{'id':2,'from/to':'b','text':'T'}]}",
        "create_letter(to!, text!)", "create_letter {'to':'c','text':'U'}",
        "letters[2] = {'id':3,'from/to':'c','text':'U'}", "one of the column's words")]
    [InlineData("{'letters':[{'id':1,'text':'S'},{'id':2,'text':'T'}]}",
        "create_letter(text!, urgent: bool)", "create_letter {'text':'U','urgent':true}",
        "letters[2] = {'id':3,'text':'U'}", "what the rows do not have is not kept")]
    public void An_argument_fills_the_column_that_it_means(string dump, string tools, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, dump, tools, call, because);

    [Theory]
    [InlineData("create_task(task_name, list)", "create_task {'list':'Todo'}", "refused: InvalidArguments", "all rows have a name, and the tool says nothing of what it needs")]
    [InlineData("create_task(task_name!, list)", "create_task {'task_name':'C'}", "tasks[2] = {'task_id':'t3','task_name':'C'}", "the tool says what it needs")]
    public void What_no_row_is_without_is_demanded_where_the_tool_demands_nothing(string tools, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, "{'tasks':[{'task_id':'t1','task_name':'A','list':'Todo'},{'task_id':'t2','task_name':'B','list':'Done'}]}", tools, call, because);
}
