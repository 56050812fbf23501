namespace AgentScaler.Language;

/// <summary>The part that a column plays in a business, whatever it is called. Rules speak of roles and never of names.</summary>
public enum ColumnRole
{
    None,

    /// <summary>How much is left to be taken: <c>seats_left</c>, <c>in_stock</c>.</summary>
    Stock,

    /// <summary>How much there is room for: <c>capacity</c>, <c>max_participants</c>.</summary>
    Capacity,

    /// <summary>How much of a capacity is taken: <c>seats_booked</c>, <c>tickets_sold</c>.</summary>
    Taken,

    /// <summary>What an owner can spend: <c>balance</c>, <c>points</c>.</summary>
    Balance,

    /// <summary>What an owner still has to pay: <c>amount_due</c>.</summary>
    Debt,

    /// <summary>The most that may be spent or moved: <c>daily_limit</c>.</summary>
    Limit,

    /// <summary>A number of other things: <c>likes</c>, <c>comment_count</c>.</summary>
    Count,

    /// <summary>The price of one: <c>unit_price</c>, <c>nightly_rate</c>.</summary>
    Price,

    /// <summary>A charge beside the price: <c>late_fee</c>, <c>shipping_cost</c>.</summary>
    Fee,

    /// <summary>What is to be paid in all: <c>total_amount</c>.</summary>
    Total,

    /// <summary>How many a row takes: the <c>seats</c> of a booking.</summary>
    Quantity,

    /// <summary>The time by which something has to be done: <c>due_date</c>.</summary>
    Deadline,

    /// <summary>The time from which something is no longer valid: <c>expires_at</c>.</summary>
    Expiry,

    /// <summary>The time at which something begins: <c>departure_time</c>.</summary>
    Start,

    /// <summary>The time at which something ends: <c>check_out_date</c>.</summary>
    End,

    /// <summary>The person or account that a row belongs to: <c>customer_id</c>.</summary>
    Owner,
}
