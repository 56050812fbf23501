namespace AgentScaler.Effects;

/// <summary>Says something of every kind of answer; a kind that is forgotten does not compile.</summary>
public interface IQueryAnswerVisitor<out T>
{
    T Visit(RowAnswer answer);

    T Visit(RowsAnswer answer);

    T Visit(ChosenAnswer answer);

    T Visit(FigureAnswer answer);

    T Visit(FiguresAnswer answer);
}
