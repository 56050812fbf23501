using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>
/// An expression of the tool-program language: typed, total, without effects. A scalar literal is a scalar in JSON. Every other expression is an array
/// whose first item names the form, for example <c>["eq", ["field", ["var", "order"], "status"], "open"]</c>. docs/tool-programs.md has the grammar.
/// </summary>
public abstract record Expression;

/// <summary><c>["literal", JSON]</c>, or the scalar itself.</summary>
public sealed record Literal(Value Value) : Expression;

/// <summary><c>["arg", name]</c>: an argument of the call, with its default filled in; null if it was left out.</summary>
public sealed record Argument(string Name) : Expression;

/// <summary><c>["given", name]</c>: whether the caller passed the argument (null counts as passed).</summary>
public sealed record Given(string Name) : Expression;

/// <summary><c>["var", name]</c>: a variable bound by let, insert, update, for, select, map and the like, or a parameter of a definition.</summary>
public sealed record Variable(string Name) : Expression;

/// <summary><c>["field", target, name]</c>: a member of a row or object; null of null is null.</summary>
public sealed record Field(Expression Target, string Name) : Expression;

/// <summary><c>["object", {name: expression}]</c>.</summary>
public sealed record ObjectLiteral(IReadOnlyList<KeyValuePair<string, Expression>> Members) : Expression;

/// <summary><c>["array", item...]</c>.</summary>
public sealed record ArrayLiteral(IReadOnlyList<Expression> Items) : Expression;

/// <summary><c>[operator, operand...]</c>: a pure function of its operands.</summary>
public sealed record Operation(Operator Operator, IReadOnlyList<Expression> Operands) : Expression;

/// <summary><c>["if", condition, then, else]</c>.</summary>
public sealed record Conditional(Expression Condition, Expression Then, Expression Else) : Expression;

/// <summary><c>["let", name, be, in]</c>: the value of <c>In</c>, in which the name means the value of <c>Be</c>.</summary>
public sealed record LetIn(string Name, Expression Be, Expression In) : Expression;

/// <summary><c>["call", definition, operand...]</c>: the value of a shared definition for these operands.</summary>
public sealed record Call(SharedDefinition Definition, IReadOnlyList<Expression> Operands) : Expression;

/// <summary>
/// <c>["get", table, key...]</c>: the row with this primary key, or null. With no key, <c>["single", table]</c>: the row of a table that has at most one.
/// </summary>
public sealed record Get(string Table, IReadOnlyList<Expression> Key) : Expression;

/// <summary>
/// <c>["whole", table, row]</c>: a row of this table as the adopted dump has it: with the rows of other tables that stand inside it, without the column that
/// numbers the rows of the table. Null of null is null.
/// </summary>
public sealed record Whole(string Table, Expression Row) : Expression;

/// <summary>
/// <c>["select", table, {"as", "where", "order", "offset", "limit", "map"}]</c>: rows in order of primary key unless
/// ordered otherwise. <c>Map</c> shapes each row; without it the row itself is the item.
/// </summary>
public sealed record Select(
    string Table,
    string As,
    Expression? Where = null,
    IReadOnlyList<OrderKey>? Order = null,
    Expression? Offset = null,
    Expression? Limit = null,
    Expression? Map = null) : Expression;

/// <summary><c>["aggregate", kind, table, {"as", "where", "of"}]</c>: count, sum, min, max or average over rows.</summary>
public sealed record Aggregate(
    AggregateKind Kind,
    string Table,
    string As,
    Expression? Where = null,
    Expression? Of = null) : Expression;

/// <summary><c>["map", array, {"as", "where", "order", "do"}]</c>: a filtered, sorted and shaped copy of an array.</summary>
public sealed record MapItems(
    Expression Source,
    string As,
    Expression? Where,
    IReadOnlyList<OrderKey>? Order,
    Expression? Do) : Expression;

/// <summary><c>["find" | "any" | "all" | "filter", array, {"as", "where"}]</c>: the items of an array that meet a condition.</summary>
public sealed record SearchItems(SearchKind Kind, Expression Source, string As, Expression Where) : Expression;

/// <summary>
/// <c>["group", array, {"as", "by"}]</c>: an array of <c>{"key", "items"}</c>, one for each value of <c>By</c>, in the order in which the values come first.
/// </summary>
public sealed record GroupItems(Expression Source, string As, Expression By) : Expression;

/// <summary><c>["now"]</c>: the session's clock; <c>["today"]</c> is its day.</summary>
public sealed record Now(bool DateOnly) : Expression;

/// <summary>
/// <c>["derive", {"type", "semantic", "enum", "minimum", "maximum"}, input...]</c>: a plausible value taken from a stable hash of the
/// inputs, for values that no database holds (weather, translation, routing).
/// </summary>
public sealed record Derive(DerivedType Type, IReadOnlyList<Expression> Inputs) : Expression;
