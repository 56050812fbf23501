using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// Removes unread bindings from a program: the name of a written row, and a whole <c>let</c> whose expression cannot fail. Both executions omit them,
/// so that such a binding takes no steps in either.
/// </summary>
internal static class DeadBindings
{
    /// <param name="types">Returns the static types of the program's expressions. It is called only if a <c>let</c> is unread.</param>
    public static IReadOnlyList<Statement> Without(IReadOnlyList<Statement> body, Func<IReadOnlyDictionary<Expression, StaticType>> types)
    {
        IReadOnlyDictionary<Expression, StaticType>? known = null;
        while (true)
        {
            var read = StatementExpressions.Of(body).SelectMany(ExpressionNodes.Of).OfType<Variable>().Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
            if (!StatementExpressions.All(body).Any(s => Bound(s) is { } name && !read.Contains(name)))
            {
                return body;
            }

            var live = Live(body, read, expression => MayFail(expression, known ??= types()));
            if (Count(live) == Count(body))
            {
                return live;
            }

            // A binding may have been read only by a binding that was just removed.
            body = live;
        }
    }

    private static string? Bound(Statement statement) => statement switch
    {
        Let let => let.Name,
        Insert insert => insert.As,
        Update update => update.As,
        _ => null,
    };

    private static int Count(IReadOnlyList<Statement> body) => StatementExpressions.All(body).Count();

    private static List<Statement> Live(IReadOnlyList<Statement> body, HashSet<string> read, Func<Expression, bool> mayFail) =>
    [
        .. body.Where(s => s is not Let let || read.Contains(let.Name) || mayFail(let.Be)).Select(s => s switch
        {
            Insert { As: { } name } insert when !read.Contains(name) => insert with { As = null },
            Update { As: { } name } update when !read.Contains(name) => update with { As = null },
            If choice => choice with { Then = Live(choice.Then, read, mayFail), Else = Live(choice.Else, read, mayFail) },
            ForEach each => each with { Do = Live(each.Do, read, mayFail) },
            _ => s,
        }),
    ];

    /// <summary>Whether a call may end with an error in this expression. The limit of steps does not count, because omitted code takes no steps.</summary>
    private static bool MayFail(Expression expression, IReadOnlyDictionary<Expression, StaticType> types)
    {
        bool Only(Expression part, Kinds kinds) => types.TryGetValue(part, out var type) && (type.Kinds & ~(kinds | Kinds.Null)) == 0;
        bool All(Operation operation, Kinds kinds) => operation.Operands.All(o => Only(o, kinds));
        return !(expression switch
        {
            Literal or Argument or Given or Variable or Now => true,
            Field field => Only(field.Target, Kinds.Object),
            Conditional choice => Only(choice.Condition, Kinds.Boolean),
            Aggregate { Kind: AggregateKind.Count, Of: null } count => count.Where is null || Only(count.Where, Kinds.Boolean),
            Operation { Operator: Operator.Eq or Operator.Ne or Operator.IsNull or Operator.Coalesce } => true,
            Operation { Operator: Operator.And or Operator.Or or Operator.Not } logic => All(logic, Kinds.Boolean),
            Operation { Operator: Operator.Lt or Operator.Le or Operator.Gt or Operator.Ge } order => All(order, Kinds.Number) || All(order, Kinds.String),
            Operation { Operator: Operator.Contains or Operator.StartsWith or Operator.EndsWith } search => All(search, Kinds.String),
            Operation { Operator: Operator.Lower or Operator.Upper or Operator.Trim } text => All(text, Kinds.String),
            _ => false,
        }) || ExpressionNodes.Children(expression).Any(child => MayFail(child, types));
    }
}
