using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>The two ends and the amount of a transfer. A row cites the signature.</summary>
public sealed class TransferRolesTests
{
    [Theory]
    [InlineData("transfer_money(from_account_id!, to_account_id!, amount!: num)", "from_account_id to_account_id amount", "from and to in front")]
    [InlineData("transfer(source!, destination!, amount!: int, currency!)", "source destination amount", "source and destination")]
    [InlineData("transfer_funds(sender_id!, recipient_id!, amount!: num, note)", "sender_id recipient_id amount", "two persons")]
    [InlineData("transfer_stock(product_id!, from_warehouse!, to_warehouse!, quantity!: int)", "from_warehouse to_warehouse quantity", "goods")]
    [InlineData("transfer_points(fromMemberId!, toMemberId!, points!: int)", "fromMemberId toMemberId points", "an amount under the name of what is moved")]
    [InlineData("transfer_money(payer!, payee!, value!: num)", "payer payee value", "payer and payee")]
    [InlineData("transfer_money(to!, from!, amount!: num)", "from to amount", "the order does not matter")]
    [InlineData("transfer_call(call_id!, to_number!)", "", "one end")]
    [InlineData("transfer_ownership(repo!, from_user!, to_user!)", "", "no amount")]
    [InlineData("transfer_file(from_path!, to_path!, overwrite: bool)", "", "yes or no is no amount")]
    public void A_transfer_has_two_ends_and_an_amount(string cited, string roles, string because)
    {
        var found = TransferRoles.Of(Recognised.Reading(cited));
        Assert.Equal($"{because}: {roles}", $"{because}: {(found is null ? "" : $"{found.From.Name} {found.To.Name} {found.Amount.Name}")}");
    }
}
