namespace AgentScaler.Language;

/// <summary>Recognises the part that a table plays in a business from the singular name of its rows.</summary>
public static class TableRoles
{
    /// <summary>Whether a row is somebody, or what somebody holds with a bank or a shop: an account, a card, a membership.</summary>
    public static bool IsHolder(string singular) => Words.Singulars(singular) is [.., var last]
        && (RoleNouns.Owners.Contains(last) || last is "wallet" or "card" or "subscription" or "membership" or "borrower" or "contract");

    public static TableRole Of(string singular)
    {
        var words = Words.Singulars(singular);
        var before = words.Count > 1 ? words[^2] : "";
        return words.Count == 0 ? TableRole.None : words[^1] switch
        {
            "history" or "log" or "audit" or "activity" or "ledger" or "movement" or "changelog" or "timeline" => TableRole.History,
            "event" or "entry" or "record" when before is "history" or "log" or "audit" or "activity" or "ledger" or "tracking" => TableRole.History,
            "payment" or "transaction" or "charge" or "payout" or "refund" or "deposit" or "withdrawal" or "transfer" => TableRole.Payment,
            "notification" or "message" or "email" or "sms" or "alert" or "reminder" => TableRole.Message,
            "line" or "item" when before is "order" or "line" or "cart" or "invoice" or "purchase" or "sale" or "basket" or "bill" => TableRole.Line,
            "account" or "wallet" or "purse" => TableRole.Account,
            _ => TableRole.None,
        };
    }
}
