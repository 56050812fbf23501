namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>Which columns may be null, hold a value once, and are compared in which way. A row cites the operations that show and set them.</summary>
public sealed class ColumnFactsTests
{
    private const string Get = "GET /tasks/{id} getTask() -> "
        + "Task{id!, title!, due_date: date, note: str?, priority: low|high, status!: todo|done, done_at: datetime, assignee!} & ";

    [Theory]
    [InlineData(Get + "POST /tasks createTask(title!, assignee!, due_date: date)", "tasks.id", false, "a key")]
    [InlineData(Get + "POST /tasks createTask(title!, assignee!, due_date: date)", "tasks.title", false, "a caller must give it")]
    [InlineData(Get + "POST /tasks createTask(title!, assignee!, due_date: date)", "tasks.due_date", true, "a caller may leave it out")]
    [InlineData(Get + "POST /tasks createTask(title!, assignee!)", "tasks.note", true, "the result says that it may be null")]
    [InlineData(
        Get + "POST /tasks createTask(title!, assignee!, priority: low|high = \"low\")",
        "tasks.priority", false, "a caller may leave it out, and a default is declared")]
    [InlineData(Get + "POST /tasks createTask(title!, assignee!) & POST /tasks/{id}/complete completeTask()", "tasks.done_at", true, "a step not yet taken")]
    [InlineData(Get + "POST /tasks createTask(title!)", "tasks.assignee", false, "results always show it")]
    [InlineData(Get + "POST /tasks createTask(title!, assignee!)", "tasks.status", false, "a status")]
    [InlineData(
        "GET /posts/{id} getPost() -> Post{id!, text!} & POST /posts/{id}/comments addComment(text!) -> Comment{id!, text!, post_id}",
        "comments.post_id", false, "a parent in the path")]
    public void A_column_may_be_null_where_a_row_may_lack_it(string cited, string place, bool nullable, string because) =>
        Assert.Equal($"{because}: {nullable}", $"{because}: {Recognised.Column(Recognised.Plan(cited), place).Nullable}");

    [Theory]
    [InlineData(
        "POST /customers createCustomer(email!: email, name!) -> Customer{id!, email!: email, name!}",
        "customers", "email", "an address of a person that has an account")]
    [InlineData("POST /users createUser(username!, bio) -> User{id!, username!, bio}", "users", "username", "a name that one logs in by")]
    [InlineData(
        "POST /orders createOrder(email!: email, total!: num) -> Order{id!, email!: email, total!: num}",
        "orders", "", "an address that an order is confirmed to")]
    [InlineData("POST /people createPerson(name!, phone) -> Person{id!, name!, phone}", "people", "", "a name and a number that a family shares")]
    [InlineData(
        "POST /messages sendMessage(recipient_email!: email, text!) -> Message{id!, recipient_email!: email, text!}",
        "messages", "", "an address of somebody else")]
    public void Some_columns_hold_a_value_once(string cited, string table, string unique, string because)
    {
        var sets = Recognised.Plan(cited).Table(table)!.Unique.Select(set => string.Join('+', set));
        Assert.Equal($"{because}: {unique}", $"{because}: {string.Join(',', sets)}");
    }

    [Theory]
    [InlineData("POST /orders createOrder(total!: num) -> Order{id!, total!: num}", "orders.id", "Generated", "a key that nobody gives")]
    [InlineData("POST / CreateQueue(QueueName!) -> Queue{QueueName!, Arn}", "queues.QueueName", "Exact", "a key that the caller gives")]
    [InlineData("POST /orders createOrder(total!: num) -> Order{id!, total!: num}", "orders.total", "Exact", "a value that the caller gives")]
    [InlineData(
        "POST /orders createOrder(total!: num) -> Order{id!, total!: num, created_at: datetime}",
        "orders.created_at", "Volatile", "an instant that the clock gives")]
    [InlineData("POST /tasks createTask(due_date: date) -> Task{id!, due_date: date}", "tasks.due_date", "Exact", "a day that the caller gives")]
    [InlineData(
        "POST /events createEvent(starts_at!: datetime) -> Event{id!, starts_at!: datetime}",
        "events.starts_at", "Exact", "an instant that the caller gives")]
    [InlineData(
        "POST /posts createPost(title!) & PATCH /posts/{id} updatePost(title) -> Post{id!, title!, updated_at: datetime}",
        "posts.updated_at", "Volatile", "an instant of the last change")]
    [InlineData(
        "GET /events/{id} getEvent() -> Event{id!, title, starts_at: datetime}",
        "events.starts_at", "Exact", "an instant of a thing that nobody changes")]
    [InlineData("POST /posts createPost(tags: [str]) -> Post{id!, tags: [str]}", "posts.tags", "Unordered", "a set of labels")]
    [InlineData("POST /routes createRoute(stops: [str]) -> Route{id!, stops: [str]}", "routes.stops", "Exact", "a sequence")]
    public void A_column_is_compared_by_who_fills_it(string cited, string place, string equality, string because) =>
        Assert.Equal($"{because}: {equality}", $"{because}: {Recognised.Column(Recognised.Plan(cited), place).Equality}");
}
