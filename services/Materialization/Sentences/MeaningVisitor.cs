namespace AgentScaler.Materialization.Sentences;

/// <summary>Answers each form of a meaning with the same, unless it is told otherwise.</summary>
internal abstract class MeaningVisitor<T>(T otherwise) : IMeaningVisitor<T>
{
    public virtual T Visit(InState meaning) => otherwise;

    public virtual T Visit(Enough meaning) => otherwise;

    public virtual T Visit(AtMost meaning) => otherwise;

    public virtual T Visit(NoTwo meaning) => otherwise;

    public virtual T Visit(IsThere meaning) => otherwise;

    public virtual T Visit(IsOf meaning) => otherwise;

    public virtual T Visit(IsUsed meaning) => otherwise;

    public virtual T Visit(IsBefore meaning) => otherwise;

    public virtual T Visit(IsFit meaning) => otherwise;

    public virtual T Visit(IsAllowed meaning) => otherwise;

    public virtual T Visit(Adjusts meaning) => otherwise;

    public virtual T Visit(Becomes meaning) => otherwise;

    public virtual T Visit(DeletesToo meaning) => otherwise;

    public virtual T Visit(Keeps meaning) => otherwise;

    public virtual T Visit(Adds meaning) => otherwise;

    public virtual T Visit(TakesOut meaning) => otherwise;

    public virtual T Visit(Computes meaning) => otherwise;

    public virtual T Visit(Defaults meaning) => otherwise;

    public virtual T Visit(MakesKey meaning) => otherwise;

    public virtual T Visit(Stamps meaning) => otherwise;

    public virtual T Visit(Sorted meaning) => otherwise;

    public virtual T Visit(Top meaning) => otherwise;

    public virtual T Visit(OnlyThose meaning) => otherwise;

    public virtual T Visit(MakesOrReplaces meaning) => otherwise;

    public virtual T Visit(LeavesRest meaning) => otherwise;

    public virtual T Visit(MayRepeat meaning) => otherwise;

    public virtual T Visit(IsFinal meaning) => otherwise;

    public virtual T Visit(Tells meaning) => otherwise;

    public virtual T Visit(Acts meaning) => otherwise;

    public virtual T Visit(OneAtATime meaning) => otherwise;

    public virtual T Visit(IsBorn meaning) => otherwise;

    public virtual T Visit(Copies meaning) => otherwise;

    public virtual T Visit(Unread meaning) => otherwise;

    public virtual T Visit(SaidTwice meaning) => otherwise;

    public virtual T Visit(IsSame meaning) => otherwise;

    public virtual T Visit(Repeats meaning) => otherwise;

    public virtual T Visit(NeededWhen meaning) => otherwise;

    public virtual T Visit(Calculates meaning) => otherwise;
}
