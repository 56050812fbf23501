namespace AgentScaler.Effects;

/// <summary>Says something of every kind of term; a kind that is forgotten does not compile.</summary>
public interface ITermVisitor<out T>
{
    T Visit(ArgumentTerm term);

    T Visit(ConstantTerm term);

    T Visit(CellTerm term);

    T Visit(ClockTerm term);

    T Visit(CountTerm term);

    T Visit(SumTerm term);

    T Visit(LengthTerm term);

    T Visit(LaterTerm term);

    T Visit(ProductTerm term);

    T Visit(SumOfTerm term);

    T Visit(DifferenceTerm term);

    T Visit(EitherTerm term);

    T Visit(ChosenTerm term);

    T Visit(FreeNumberTerm term);

    T Visit(NextCodeTerm term);

    T Visit(SharedNumberTerm term);

    T Visit(WalkTerm term);

    T Visit(LinesTerm term);

    T Visit(TextLengthTerm term);

    T Visit(ShiftedTerm term);

    T Visit(DaysBetweenTerm term);

    T Visit(RoundedTerm term);

    T Visit(CaseTerm term);
}
