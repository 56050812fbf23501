using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class BankFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void A_transfer_moves_its_amount_from_one_balance_to_the_other() => Holds(world =>
    {
        var (from, to) = Pair(world);
        Transfer(world, from, to, 1);
        Near(from["balance"].AsNumber - 1, Account(world, from)["balance"]);
        Near(to["balance"].AsNumber + 1, Account(world, to)["balance"]);
    });

    [Fact]
    public void A_transfer_beyond_the_balance_is_refused() => Holds(world =>
    {
        var (from, to) = Pair(world);
        RefusesTransfer(world, from, to, from["balance"].AsNumber + 1);
    });

    [Fact]
    public void A_transfer_may_empty_an_account() => Holds(world =>
    {
        var (from, to) = Pair(world);
        Transfer(world, from, to, from["balance"].AsNumber);
        Has(Account(world, from), "balance", 0);
        RefusesTransfer(world, from, to, 1);
    });

    [Fact]
    public void No_money_leaves_a_frozen_account() => Holds(world =>
    {
        var frozen = Some(Accounts(world), account => With("status", "frozen")(account) && account["balance"].AsNumber > 1, "frozen account with money");
        RefusesTransfer(world, frozen, Pair(world).To, 1);
    });

    [Fact]
    public void No_money_reaches_a_frozen_or_closed_account() => Holds(world =>
    {
        RefusesTransfer(world, Pair(world).From, Some(Accounts(world), With("status", "frozen"), "frozen account"), 1);
        RefusesTransfer(world, Pair(world).From, Some(Accounts(world), With("status", "closed"), "closed account"), 1);
    });

    [Fact]
    public void An_account_that_was_unfrozen_can_pay_again() => Holds(world =>
    {
        var (from, to) = Pair(world);
        world.Do("freeze_account", ("account_id", from["account_id"]));
        RefusesTransfer(world, from, to, 1);
        world.Do("unfreeze_account", ("account_id", from["account_id"]));
        Transfer(world, from, to, 1);
    });

    [Fact]
    public void A_transfer_to_the_same_account_is_refused() => Holds(world =>
    {
        var (from, _) = Pair(world);
        world.Senseless("transfer_money", ("from_account_id", from["account_id"]), ("to_account_id", from["account_id"]), ("amount", 1));
    });

    [Fact]
    public void A_transfer_needs_two_accounts_that_exist() => Holds(world =>
    {
        world.NotFound("transfer_money", ("from_account_id", Pair(world).From["account_id"]), ("to_account_id", "nowhere"), ("amount", 1));
        world.NotFound("transfer_money", ("from_account_id", "nowhere"), ("to_account_id", Pair(world).To["account_id"]), ("amount", 1));
    });

    [Fact]
    public void A_transfer_is_a_transaction_of_both_accounts() => Holds(world =>
    {
        var (from, to) = Pair(world);
        var transfer = Transfer(world, from, to, 1);
        foreach (var account in new[] { from, to })
        {
            var transactions = world.List("list_transactions", ("account_id", account["account_id"]), ("limit", 100));
            Has(Some(transactions, With("transaction_id", transfer["transaction_id"]), "such transaction"), "amount", 1);
        }
    });

    [Fact]
    public void The_newest_transaction_comes_first() => Holds(world =>
    {
        var (from, to) = Pair(world);
        var transfer = Transfer(world, from, to, 1);
        var transactions = world.List("list_transactions", ("account_id", from["account_id"]));
        Has(transactions[0], "transaction_id", transfer["transaction_id"]);
        Descending(transactions, "booked_at");
    });

    [Fact]
    public void A_new_account_is_active_and_empty_and_in_euros() => Holds(world =>
    {
        var account = Open(world);
        Has(Account(world, account), "status", "active");
        Has(Account(world, account), "balance", 0);
        Has(Account(world, account), "currency", "EUR");
    });

    [Fact]
    public void A_new_account_is_among_the_accounts_of_its_customer() => Holds(world =>
    {
        var account = Open(world);
        Some(world.List("list_accounts", ("customer_id", account["customer_id"])), With("account_id", account["account_id"]), "such account");
        world.NotFound("open_account", ("customer_id", "nobody"), ("kind", "savings"));
    });

    [Fact]
    public void Only_an_active_account_is_frozen() => Holds(world =>
    {
        world.Refused("freeze_account", ("account_id", Some(Accounts(world), With("status", "frozen"), "frozen account")["account_id"]));
        world.Refused("freeze_account", ("account_id", Some(Accounts(world), With("status", "closed"), "closed account")["account_id"]));
    });

    [Fact]
    public void Only_a_frozen_account_is_unfrozen() => Holds(world =>
    {
        world.Refused("unfreeze_account", ("account_id", Some(Accounts(world), With("status", "active"), "active account")["account_id"]));
        world.Refused("unfreeze_account", ("account_id", Some(Accounts(world), With("status", "closed"), "closed account")["account_id"]));
    });

    [Fact]
    public void An_account_with_money_cannot_be_closed() => Holds(world => world.Refused("close_account", ("account_id", Pair(world).From["account_id"])));

    [Fact]
    public void An_empty_account_is_closed_for_good() => Holds(world =>
    {
        var account = Open(world);
        world.Do("close_account", ("account_id", account["account_id"]));
        Has(Account(world, account), "status", "closed");
        world.Refused("close_account", ("account_id", account["account_id"]));
    });

    [Fact]
    public void Closing_an_account_blocks_its_cards() => Holds(world =>
    {
        var card = Some(Cards(world), card => With("status", "active")(card) && With("status", "active")(Account(world, card)), "active card of an active account");
        var account = Account(world, card);
        if (account["balance"].AsNumber > 0)
        {
            Transfer(world, account, Some(Accounts(world), other => With("status", "active")(other) && !other["account_id"].Equals(account["account_id"]),
                "second active account"), account["balance"].AsNumber);
        }

        world.Do("close_account", ("account_id", account["account_id"]));
        Assert.All(world.List("list_cards", ("account_id", account["account_id"])), blocked => Has(blocked, "status", "blocked"));
    });

    [Fact]
    public void A_card_is_blocked_once() => Holds(world =>
    {
        var card = Some(Cards(world), With("status", "active"), "active card");
        world.Do("block_card", ("card_id", card["card_id"]));
        Has(Some(Cards(world), With("card_id", card["card_id"]), "such card"), "status", "blocked");
        world.Refused("block_card", ("card_id", card["card_id"]));
    });

    [Fact]
    public void The_limit_of_a_card_changes_unless_the_card_is_blocked() => Holds(world =>
    {
        var card = Some(Cards(world), With("status", "active"), "active card");
        world.Do("set_card_limit", ("card_id", card["card_id"]), ("daily_limit", 750));
        Has(Some(Cards(world), With("card_id", card["card_id"]), "such card"), "daily_limit", 750);
        world.Refused("set_card_limit", ("card_id", Some(Cards(world), With("status", "blocked"), "blocked card")["card_id"]), ("daily_limit", 750));
    });

    [Fact]
    public void A_converted_amount_is_the_amount_times_the_rate() => Holds(world =>
    {
        var converted = world.Do("convert_currency", ("amount", 200), ("from_currency", "EUR"), ("to_currency", "USD"));
        Near(200 * converted["rate"].AsNumber, converted["amount"]);
        Near(200, world.Do("convert_currency", ("amount", 200), ("from_currency", "GBP"), ("to_currency", "GBP"))["amount"]);
    });

    [Fact]
    public void A_list_of_accounts_tells_the_balances_that_the_accounts_tell() => Holds(world =>
        Assert.All(Accounts(world), account => Has(Account(world, account), "balance", account["balance"])));

    private static (Value From, Value To) Pair(SampleWorld world)
    {
        var from = Some(Accounts(world), account => With("status", "active")(account) && account["balance"].AsNumber > 1, "active account with money");
        return (from, Some(Accounts(world), account => With("status", "active")(account) && !account["account_id"].Equals(from["account_id"])
            && account["currency"].Equals(from["currency"]), "second active account in the currency"));
    }

    private static Value Transfer(SampleWorld world, Value from, Value to, double amount) =>
        world.Do("transfer_money", ("from_account_id", from["account_id"]), ("to_account_id", to["account_id"]), ("amount", amount));

    private static void RefusesTransfer(SampleWorld world, Value from, Value to, double amount) =>
        world.Refused("transfer_money", ("from_account_id", from["account_id"]), ("to_account_id", to["account_id"]), ("amount", amount));

    private static Value Open(SampleWorld world) =>
        world.Do("open_account", ("customer_id", world.List("find_customer")[0]["customer_id"]), ("kind", "savings"));

    private static Value Account(SampleWorld world, Value account) => world.Do("get_account", ("account_id", account["account_id"]));

    private static IEnumerable<Value> Accounts(SampleWorld world) =>
        world.List("find_customer").SelectMany(customer => world.List("list_accounts", ("customer_id", customer["customer_id"])));

    private static IEnumerable<Value> Cards(SampleWorld world) =>
        Accounts(world).SelectMany(account => world.List("list_cards", ("account_id", account["account_id"])));
}
