namespace AgentScaler.Materialization.Sentences;

/// <summary>Does something for each form of a meaning; a form that is forgotten does not compile.</summary>
internal interface IMeaningVisitor<out T>
{
    T Visit(InState meaning);

    T Visit(Enough meaning);

    T Visit(AtMost meaning);

    T Visit(NoTwo meaning);

    T Visit(IsThere meaning);

    T Visit(IsOf meaning);

    T Visit(IsUsed meaning);

    T Visit(IsBefore meaning);

    T Visit(IsFit meaning);

    T Visit(IsAllowed meaning);

    T Visit(Adjusts meaning);

    T Visit(Becomes meaning);

    T Visit(DeletesToo meaning);

    T Visit(Keeps meaning);

    T Visit(Adds meaning);

    T Visit(TakesOut meaning);

    T Visit(Computes meaning);

    T Visit(Defaults meaning);

    T Visit(MakesKey meaning);

    T Visit(Stamps meaning);

    T Visit(Sorted meaning);

    T Visit(Top meaning);

    T Visit(OnlyThose meaning);

    T Visit(MakesOrReplaces meaning);

    T Visit(LeavesRest meaning);

    T Visit(MayRepeat meaning);

    T Visit(IsFinal meaning);

    T Visit(Tells meaning);

    T Visit(Acts meaning);

    T Visit(OneAtATime meaning);

    T Visit(IsBorn meaning);

    T Visit(Copies meaning);

    T Visit(Unread meaning);

    T Visit(SaidTwice meaning);

    T Visit(IsSame meaning);

    T Visit(Repeats meaning);

    T Visit(NeededWhen meaning);

    T Visit(Calculates meaning);
}
