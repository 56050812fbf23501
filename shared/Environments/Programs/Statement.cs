namespace AgentScaler.Environments.Programs;

/// <summary>
/// A statement of the tool-program language. A program runs its statements in order until one returns or fails. A failure undoes every change of the
/// call. In JSON a statement is an object whose first name is the statement's.
/// </summary>
public abstract record Statement;

/// <summary><c>{"let": name, "be": expression}</c>.</summary>
public sealed record Let(string Name, Expression Be) : Statement;

/// <summary><c>{"if": condition, "then": [statement...], "else": [statement...]}</c>.</summary>
public sealed record If(Expression Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else) : Statement;

/// <summary><c>{"guard": condition, "code": code, "message": expression}</c>: fails unless the condition is true.</summary>
public sealed record Guard(Expression Condition, ErrorCode Code, Expression Message) : Statement;

/// <summary><c>{"fail": code, "message": expression}</c>.</summary>
public sealed record Fail(ErrorCode Code, Expression Message) : Statement;

/// <summary>
/// <c>{"insert": table, "row": {column: expression}, "as": name}</c>: columns that are left out are null, but the session makes a primary key whose
/// equality is generated. A duplicate key or unique set fails with <c>conflict</c>, and a missing reference with <c>not_found</c>.
/// </summary>
public sealed record Insert(string Table, IReadOnlyList<KeyValuePair<string, Expression>> Row, string? As) : Statement;

/// <summary>
/// <c>{"update": table, "key": [expression...], "set": {column: expression}, "as": name}</c>: fails with <c>not_found</c> if there is no such row. With no
/// key, <c>"key": "single"</c>, it is the row of a table that has at most one.
/// </summary>
public sealed record Update(
    string Table,
    IReadOnlyList<Expression> Key,
    IReadOnlyList<KeyValuePair<string, Expression>> Set,
    string? As) : Statement;

/// <summary><c>{"delete": table, "key": [expression...]}</c>: fails with <c>not_found</c> if there is no such row. The key is as in an update.</summary>
public sealed record Delete(string Table, IReadOnlyList<Expression> Key) : Statement;

/// <summary>
/// <c>{"for": name, "in": expression, "do": [statement...]}</c>: runs once for each item of an array that is fixed before the first round. A call that
/// exceeds the session's bound of steps fails.
/// </summary>
public sealed record ForEach(string Name, Expression In, IReadOnlyList<Statement> Do) : Statement;

/// <summary><c>{"return": expression}</c>.</summary>
public sealed record Return(Expression Result) : Statement;
