using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The source, the target and the amount of a transfer.</summary>
internal sealed record TransferRoles(ToolParameter From, ToolParameter To, ToolParameter Amount)
{
    public static TransferRoles? Of(ToolReading reading)
    {
        var fields = reading.Parameters.Where(p => p.Role == ParameterRole.Field).ToList();
        var amount = fields.FirstOrDefault(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number
            && p.Words[^1] is "amount" or "quantity" or "value" or "points" or "qty" or "sum" or "units");
        var from = fields.FirstOrDefault(p => p.Node.Scalar && p != amount && p.Words[0] is "from" or "source" or "sender" or "payer" or "debit");
        var to = fields.FirstOrDefault(p => p.Node.Scalar
            && p != amount
            && p.Words[0] is "to" or "destination" or "target" or "recipient" or "receiver" or "payee" or "dest" or "credit");
        return amount is null || from is null || to is null || from.Node.Kind != to.Node.Kind ? null : new TransferRoles(from, to, amount);
    }
}
