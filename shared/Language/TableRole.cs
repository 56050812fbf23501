namespace AgentScaler.Language;

/// <summary>The part that a table plays in a business.</summary>
public enum TableRole
{
    None,

    /// <summary>What happened to other rows, one row an event: <c>order_history</c>, <c>audit_log</c>.</summary>
    History,

    /// <summary>Money that was moved, one row a movement: <c>payments</c>, <c>transactions</c>.</summary>
    Payment,

    /// <summary>What was told to somebody: <c>notifications</c>, <c>messages</c>.</summary>
    Message,

    /// <summary>The parts of which another row is made: <c>order_items</c>.</summary>
    Line,

    /// <summary>Who has a balance: <c>accounts</c>, <c>wallets</c>.</summary>
    Account,
}
