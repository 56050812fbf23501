namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Which expressions may give an array or object that is larger than everything it was made of.</summary>
internal static class GrowthAnalysis
{
    public static bool MayGrow(Expression expression) => expression switch
    {
        Literal or Argument or Given or Variable or Field or Get or Now or Aggregate or Derive => false,
        SearchItems { Kind: SearchKind.Any or SearchKind.All } => false,
        SearchItems search => MayGrow(search.Source),
        LetIn let => MayGrow(let.In),
        Call call => MayGrow(call.Definition.Be),
        Conditional conditional => MayGrow(conditional.Then) || MayGrow(conditional.Else),
        Operation operation => operation.Operator switch
        {
            Operator.Coalesce => operation.Operands.Any(MayGrow),
            Operator.At or Operator.Slice or Operator.Remove or Operator.Distinct or Operator.Reverse or Operator.Without
                or Operator.Items => MayGrow(operation.Operands[0]),
            Operator.Append or Operator.Put or Operator.PutAt or Operator.Merge or Operator.Zip => true,
            _ => false,
        },
        _ => true,
    };
}
