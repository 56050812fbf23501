using AgentScaler.Language;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Binds a transfer: the two rows, the amount, and the number that it moves.</summary>
internal static class TransferBinder
{
    public static void Bind(DomainPlan plan, EffectSketch sketch)
    {
        var roles = TransferRoles.Of(sketch.Reading) ?? throw new OverridesException(
            $"/tools/{sketch.Name}/effect",
                "A transfer needs a source, a target and an amount among the parameters, such as from_account, to_account and amount.");
        var words = roles.From.Words.Where(w => w is not "from" and not "source" and not "sender" and not "id" and not "number" and not "payer" and not "debit")
            .ToList();
        var owner = plan.Tables.FirstOrDefault(t => t.Singular == Words.ResourceKey(words))
            ?? plan.Tables.FirstOrDefault(t => t.Singular is "account" or "wallet" or "inventory");
        var balance =
            owner?.Columns.FirstOrDefault(c => c.Numeric && c.Words[^1] is "balance" or "amount" or "quantity" or "stock" or "points" or "credits" or "credit");
        if (owner is null || balance is null || owner == sketch.Table)
        {
            sketch.Become(EffectKinds.The<CreateKind>(), "No table with a balance is known, so the transfer is recorded only.");
            return;
        }

        sketch.Key = new SketchBinding(owner.Key, roles.From);
        sketch.OtherKey = new SketchBinding(owner.Key, roles.To);
        sketch.Amount = roles.Amount;
        sketch.Changed = balance;
        balance.Facts.Nullable.Say(false, Source.Schema);
        balance.Demanded = true;
        sketch.Evidence.Add($"Moves {roles.Amount.Name} from one row of {owner.Name} to another by {balance.Name}, and records it in {sketch.Table!.Name}.");
    }
}
