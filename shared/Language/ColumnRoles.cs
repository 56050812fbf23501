namespace AgentScaler.Language;

/// <summary>
/// Recognises the part that a column or a parameter plays in a business from its name, its kind and the thing that has it. The tables of
/// tests are the specification.
/// </summary>
public static class ColumnRoles
{
    /// <summary>Returns the role of a column.</summary>
    /// <param name="owner">The singular of the column's table, or null if it is not known. A booking's seats are taken, a hall's are room.</param>
    public static ColumnRole Of(string name, NodeKind kind, string? owner = null)
    {
        var words = Words.Singulars(name);
        return words.Count == 0 ? ColumnRole.None : kind switch
        {
            NodeKind.Integer or NodeKind.Number => OfNumber(words, Words.Singulars(owner)),
            NodeKind.String => OfTime(words) is var time and not ColumnRole.None ? time : OfReference(words),
            _ => ColumnRole.None,
        };
    }

    /// <summary>Whether an argument of this name and kind says how many are taken, given or returned.</summary>
    public static bool IsQuantity(string name, NodeKind kind)
    {
        var words = Words.Singulars(name);
        return kind is NodeKind.Integer or NodeKind.Number && words.Count > 0 && !words.Exists(RoleNouns.Bounds.Contains)
            && (RoleNouns.Amounts.Contains(words[^1]) || IsCounted(words, RoleNouns.Counted));
    }

    /// <summary>Whether an argument of this name and kind is an amount of money, or of points or credits.</summary>
    public static bool IsMoney(string name, NodeKind kind)
    {
        var words = Words.Singulars(name);
        return kind is NodeKind.Integer or NodeKind.Number && words.Count > 0 && !words.Exists(RoleNouns.Bounds.Contains)
            && (words[^1] is "amount" or "sum" or "money" || RoleNouns.Funds.Contains(words[^1]));
    }

    /// <summary>Whether a quantity counts what is left by a column: passengers take seats, bags do not.</summary>
    public static bool Takes(string quantity, string stock)
    {
        var (asked, left) = (Words.Singulars(quantity), Words.Singulars(stock));
        var noun = left.Find(RoleNouns.Counted.Contains);
        var counted = asked.Find(w => RoleNouns.Counted.Contains(w) && w != "unit");
        return counted is null || counted == noun
            || (noun is null ? !RoleNouns.Spans.Contains(counted) : RoleNouns.Seats.Contains(noun) && RoleNouns.Seats.Contains(counted));
    }

    /// <summary>Whether a price is paid for each of a quantity: a price of a night for each night.</summary>
    public static bool Multiplies(string quantity, string price)
    {
        var (asked, each) = (Words.Singulars(quantity), Words.Singulars(price));
        var span = each.Find(RoleNouns.Spans.Contains) ?? (each.Contains("nightly") ? "night" : each.Contains("daily") ? "day" : null);
        return span is null ? !asked.Exists(RoleNouns.Spans.Contains) : asked.Contains(span);
    }

    private static ColumnRole OfNumber(List<string> words, List<string> owner)
    {
        if (words[^1] is "id" or "number" or "code" or "percent" or "percentage" or "ratio" or "threshold" || words.Contains("per") && !IsPrice(words))
        {
            return ColumnRole.None;
        }

        return OfTotal(words) is var total and not ColumnRole.None ? total
            : IsDebt(words) ? ColumnRole.Debt
            : IsBalance(words, owner) ? ColumnRole.Balance
            : OfBound(words) is var bound and not ColumnRole.None ? bound
            : IsFee(words) ? ColumnRole.Fee
            : IsPrice(words) ? ColumnRole.Price
            : IsTaken(words) ? ColumnRole.Taken
            : IsStock(words, owner) ? ColumnRole.Stock
            : IsTakenByOne(words, owner) ? ColumnRole.Quantity
            : IsCount(words) ? ColumnRole.Count
            : words is [var only] && RoleNouns.Places.Contains(only) ? ColumnRole.Capacity
            : ColumnRole.None;
    }

    private static ColumnRole OfTotal(List<string> words)
    {
        if (words[^1] is "total" or "subtotal")
        {
            return words.Count == 1 || !words.SkipLast(1).Any(w => RoleNouns.Counted.Contains(w) || RoleNouns.Reactions.Contains(w))
                ? ColumnRole.Total
                : ColumnRole.Count;
        }

        if (words[0] is not "total" and not "grand")
        {
            return ColumnRole.None;
        }

        return words.Skip(1).All(w => RoleNouns.Monies.Contains(w) || w is "total" or "due" or "paid") ? ColumnRole.Total
            : RoleNouns.Places.Contains(words[^1]) ? ColumnRole.Capacity
            : ColumnRole.None;
    }

    private static bool IsDebt(List<string> words) => words.Exists(w => w is "due" or "owed" or "owing" or "outstanding" or "unpaid")
        && words.Exists(w => RoleNouns.Monies.Contains(w) || RoleNouns.Funds.Contains(w));

    private static bool IsBalance(List<string> words, List<string> owner)
    {
        if (words.Exists(w => RoleNouns.Bounds.Contains(w) || w is "initial" or "opening" or "story" or "data" or "rate" or "count"))
        {
            return false;
        }

        var funds = RoleNouns.Funds.Contains(words[^1]) && !(words.Count == 1 && owner.Count > 0 && RoleNouns.Courses.Contains(owner[^1]));
        return funds || (words is ["buying", "power"])
            || (words[^1] is "amount" && (words.Exists(w => w is "wallet" or "remaining" or "available") || words.Count == 1 && IsPurse(owner)));
    }

    private static bool IsPurse(List<string> owner) => owner is [.., "wallet" or "purse" or "voucher"] or [.., "gift", "card"] or [.., "gift", "certificate"];

    private static ColumnRole OfBound(List<string> words)
    {
        var rest = words.Where(w => !RoleNouns.Bounds.Contains(w)).ToList();
        if (words[^1] == "capacity")
        {
            return rest.Exists(w => w is "storage" or "battery" or "engine" or "fuel" or "memory" or "tank") ? ColumnRole.None : ColumnRole.Capacity;
        }

        if (rest.Count == words.Count || words.Exists(w => w is "min" or "minimum") || rest.Exists(RoleNouns.Measures.Contains))
        {
            return ColumnRole.None;
        }

        return rest.Exists(w => RoleNouns.Monies.Contains(w) || RoleNouns.Funds.Contains(w) || RoleNouns.Periods.Contains(w)
            || w is "transfer" or "withdrawal" or "spending" or "overdraft" or "payment" or "transaction")
            ? ColumnRole.Limit
            : ColumnRole.Capacity;
    }

    private static bool IsFee(List<string> words) => words[^1] is "fee" or "surcharge" or "fine" or "penalty" or "commission" or "tip" or "toll"
        || (words[^1] is "charge" or "cost" or "price" && words.Exists(w => w is "shipping" or "delivery" or "service" or "handling" or "late" or "postage"));

    private static bool IsPrice(List<string> words)
    {
        var money = words.FindIndex(w => w is "price" or "fare" or "rent" or "cost");
        if (money >= 0)
        {
            return !words.Exists(w => RoleNouns.Bounds.Contains(w) || w is "total" or "change" or "range" or "index" or "old" or "previous");
        }

        return (words[^1] == "rate" && words.Exists(w => w is "nightly" or "daily" or "hourly" or "weekly" or "monthly" or "room" or "base"))
            || (words.Count > 2 && words[0] is "rate" or "amount" or "fee" && words[1] == "per");
    }

    private static bool IsTaken(List<string> words) => words.Exists(RoleNouns.TakenWords.Contains)
        && words.TrueForAll(w => RoleNouns.TakenWords.Contains(w) || RoleNouns.Counted.Contains(w) || RoleNouns.Amounts.Contains(w)
            || w is "num" or "of" or "current" or "total" or "so" or "far");

    private static bool IsStock(List<string> words, List<string> owner)
    {
        if (words.Exists(w => RoleNouns.Bounds.Contains(w) || w is "reorder" or "alert" or "price" or "value" or "time"))
        {
            return false;
        }

        if (words.Exists(w => w is "stock" or "inventory" or "vacancy"))
        {
            return true;
        }

        return !words.Exists(RoleNouns.Measures.Contains) && (IsLeft(words) || IsWareOf(words, owner));
    }

    private static bool IsLeft(List<string> words)
    {
        var named = words.Skip(1).ToList();
        return words[^1] is "left" or "remaining" or "available" or "availability" or "unsold"
            || words is ["spot"]
            || words is [.., "on", "hand"]
            || (named.Count > 0 && words[0] is "available" or "remaining" or "free" or "vacant" or "unsold" or "open"
                && (RoleNouns.Amounts.Contains(named[^1]) || IsCounted(named, RoleNouns.Counted)));
    }

    /// <summary>Whether a ware says of itself how much of it there is.</summary>
    private static bool IsWareOf(List<string> words, List<string> owner) =>
        words is ["quantity" or "qty" or "unit" or "copy"] && IsWare(owner);

    private static bool IsWare(List<string> owner) => owner.Count > 0 && RoleNouns.Wares.Contains(owner[^1])
        && !(owner.Count > 1 && owner[^1] == "item" && owner[^2] is not ("inventory" or "stock" or "menu" or "catalog" or "store" or "shop"));

    private static bool IsTakenByOne(List<string> words, List<string> owner) =>
        words[^1] is "quantity" or "qty"
        || words is ["party", "size"] or ["group", "size"]
        || (owner.Count > 0 && !IsWare(owner) && RoleNouns.Takers.Contains(owner[^1]) && words[^1] != "amount"
            && (RoleNouns.Amounts.Contains(words[^1]) || IsCounted(words, RoleNouns.Counted)));

    private static bool IsCount(List<string> words) => !words.Exists(w => w is "page" or "word" or "line" or "character" or "char")
        && (words[^1] is "count" or "counter" or "headcount" || words[0] is "num" or "count" || words is ["number", "of", ..]
            || RoleNouns.Reactions.Contains(words[^1]) && words.TrueForAll(w => w is "total" or "current" || RoleNouns.Reactions.Contains(w)));

    /// <summary>Whether a name is a counted noun, alone or as a number of it: <c>seats</c>, <c>num_seats</c>, <c>seat_count</c>.</summary>
    private static bool IsCounted(List<string> words, IReadOnlySet<string> nouns) =>
        nouns.Contains(words[^1]) || (words.Count > 1 && words[^1] is "count" or "number" or "quantity" && nouns.Contains(words[^2]));

    private static ColumnRole OfTime(List<string> words)
    {
        var last = words[^1] is "date" or "time" or "at" or "on" or "datetime" or "day" or "timestamp" ? words.SkipLast(1).ToList() : words;
        if (last.Count == 0)
        {
            return ColumnRole.None;
        }

        var word = last[^1];
        return word is "due" or "deadline" || words is ["return", "by"] or ["pay", "by"] or ["complete", "by"] ? ColumnRole.Deadline
            : word is "expiry" or "expiration" or "expire" || last is ["valid", "until" or "to" or "through"] or ["good", "until"] ? ColumnRole.Expiry
            : word is "start" or "begin" or "departure" or "beginning" or "checkin" || IsPair(last, "check", "in") || last is ["scheduled"] ? ColumnRole.Start
            : word is "end" or "arrival" or "finish" or "ending" or "checkout" || IsPair(last, "check", "out") ? ColumnRole.End
            : words is ["start" or "begin", "date" or "time"] ? ColumnRole.Start
            : ColumnRole.None;
    }

    private static bool IsPair(List<string> words, string first, string second) => words.Count > 1 && words[^2] == first && words[^1] == second;

    private static ColumnRole OfReference(List<string> words)
    {
        var noun = words.Where(w => w is not "id" and not "username" and not "email").ToList();
        return (noun is [.., var last] && RoleNouns.Owners.Contains(last)) || words is ["created" or "owned" or "posted", "by"] or [.., "id"] and ["user", "id"]
            ? ColumnRole.Owner
            : ColumnRole.None;
    }
}
