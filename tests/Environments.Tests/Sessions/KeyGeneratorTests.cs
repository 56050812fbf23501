using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Tests.Sessions;

public sealed class KeyGeneratorTests
{
    [Theory]
    [InlineData("orders", "", "order_1")]
    [InlineData("categories", "", "category_1")]
    [InlineData("addresses", "", "address_1")]
    [InlineData("boxes", "", "box_1")]
    [InlineData("staff", "", "staff_1")]
    [InlineData("orders", "ord_0007 ord_0009", "ord_0010")]
    [InlineData("orders", "#W99 #W100", "#W101")]
    [InlineData("orders", "1001 1002", "1003")]
    [InlineData("orders", "a1 a2 b7", "a3")]
    [InlineData("users", "alice bob", "user_3")]
    [InlineData("users", "mia_li_3668 mei_kovacs_8020", "mia_li_3669")]
    public void Keys_go_on_in_the_style_of_the_table(string table, string keys, string next)
    {
        var values = keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => (Value)k);
        Assert.Equal(next, KeyGenerator.Next(table + ".id", KeyGenerator.Seed(true, table, values)).AsString);
    }

    [Fact]
    public void Uuids_and_hexadecimal_keys_stay_in_form()
    {
        var uuid = KeyGenerator.Next("t.id", KeyGenerator.Seed(true, "t", ["0b1c2d3e-0000-4000-8000-000000000001"])).AsString;
        Assert.True(Guid.TryParseExact(uuid, "D", out _));
        Assert.Equal('4', uuid[14]);
        var hex = KeyGenerator.Next("t.id", KeyGenerator.Seed(true, "t", ["5f3a9c0d1e2b4a6f8c7d9e0f"])).AsString;
        Assert.Matches("^[0-9a-f]{24}$", hex);
        Assert.Equal(43, KeyGenerator.Next("t.id", KeyGenerator.Seed(false, "t", [7, 42, 1.5])).AsInteger);
    }
}
