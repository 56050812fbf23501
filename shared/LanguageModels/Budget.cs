namespace AgentScaler.LanguageModels;

/// <summary>Compares the tokens and cost of one endpoint in this process with its limits.</summary>
public sealed class Budget(decimal cost, long tokens)
{
    private readonly Lock _lock = new();
    private TokenUsage _spent;

    public TokenUsage Spent
    {
        get
        {
            lock (_lock)
            {
                return _spent;
            }
        }
    }

    /// <exception cref="BudgetExceededException">A limit is reached.</exception>
    public void Require(string endpoint)
    {
        var spent = Spent;
        if ((cost > 0 && spent.Cost >= cost) || (tokens > 0 && spent.Total >= tokens))
        {
            throw new BudgetExceededException(FormattableString.Invariant(
                $"The budget of {endpoint} is spent: {spent.Cost} of {cost}, {spent.Total} of {tokens} tokens (0 sets no limit). Raise budget or token_budget to go on; what was answered stands in the ledger."));
        }
    }

    public void Add(TokenUsage usage)
    {
        lock (_lock)
        {
            _spent += usage;
        }
    }
}
