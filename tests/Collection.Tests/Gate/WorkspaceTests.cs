using System.Globalization;
using System.Text;
using AgentScaler.Collection.Gate;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using CsCheck;

namespace AgentScaler.Collection.Tests.Gate;

/// <summary>What is settled over all documents: versions, duplicates, boilerplate, names, counts.</summary>
public sealed class WorkspaceTests
{
    private static string Paths(string path, string id, string more = "") =>
        $$$$$$$$"""{"{{{{{{{{path}}}}}}}}":{"get":{"operationId":"{{{{{{{{id}}}}}}}}","summary":"Get it.","responses":{}{{{{{{{{more}}}}}}}}}}}""";

    [Fact]
    public async Task Of_several_versions_the_newest_stays_and_only_what_it_lacks_is_kept_of_the_others()
    {
        var collected = await Collected.FromAsync(
            ("old.json", Collected.OpenApi(
                """{"/v1/pets/{id}":{"get":{"operationId":"getPet","responses":{}}},"/v1/rare":{"get":{"operationId":"getRare","responses":{}}}}""",
                    version: "1.0")),
            ("new.json", Collected.OpenApi("""{"/v2/pets/{petId}":{"get":{"operationId":"readPet","responses":{}}}}""", version: "2.0-beta")));
        Assert.Equal(["getRare", "readPet"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal((3, 2, 1), (collected.Summary.Operations, collected.Summary.Tools, collected.Summary.Duplicates));
        Assert.Equal((2, 1, 1), (collected.Document("old.json").Operations, collected.Document("old.json").Tools, collected.Document("old.json").Duplicates));
    }

    [Fact]
    public async Task Versions_within_one_document_are_all_meant() =>
        Assert.Equal(2, (await Collected.OpenApiAsync(
            """{"/v1/pets":{"get":{"operationId":"a","responses":{}}},"/v2/pets":{"get":{"operationId":"b","responses":{}}}}""")).Tools.Count);

    [Fact]
    public async Task Versions_in_the_address_count_as_versions_and_other_services_do_not()
    {
        var collected = await Collected.FromAsync(
            ("a.json", Collected.OpenApi(Paths("/x", "one"), version: "1", server: "https://api.shop.test/v68")),
            ("b.json", Collected.OpenApi(Paths("/x", "two"), version: "2", server: "https://api.shop.test/v70")),
            ("c.json", Collected.OpenApi(Paths("/x", "three"), version: "1", server: "https://pay.shop.test/v70")));
        Assert.Equal(["three", "two"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2019-08-01", "2020-01-01-preview")]
    [InlineData("2020-01-01-preview", "2020-01-01")]
    [InlineData("v1beta1", "v1")]
    [InlineData("v1alpha2", "v1beta1")]
    [InlineData("v1beta1", "v1beta2")]
    [InlineData("v1", "v2beta")]
    [InlineData("9.0", "10.0")]
    [InlineData("1.0", "1.0.1")]
    [InlineData("1.0-rc1", "1.0")]
    [InlineData("", "0.1")]
    public void Versions_compare_as_people_mean_them(string older, string newer)
    {
        Assert.True(new VersionKey(older).CompareTo(new VersionKey(newer)) < 0);
        Assert.True(new VersionKey(newer).CompareTo(new VersionKey(older)) > 0);
    }

    [Fact]
    public void Versions_are_in_one_order() =>
        Gen.Select(Version, Version, Version).Sample((a, b, c) =>
        {
            var (x, y, z) = (new VersionKey(a), new VersionKey(b), new VersionKey(c));
            return Math.Sign(x.CompareTo(y)) == -Math.Sign(y.CompareTo(x))
                && (x.CompareTo(y) > 0 || y.CompareTo(z) > 0 || x.CompareTo(z) <= 0);
        });

    private static Gen<string> Version =>
        Gen.OneOf([.. new[] { "", "v", "1", "2", ".", "-", "beta", "alpha", "rc", "2020", "preview" }.Select(Gen.Const)]).Array[0, 6].Select(string.Concat);

    [Fact]
    public async Task One_name_in_two_providers_gets_the_provider_before_it_whatever_the_order()
    {
        (string, string) shop = ("a.json", Collected.OpenApi(Paths("/x", "search"), server: "https://api.shop.test"));
        (string, string) bank = ("b.json", Collected.OpenApi(Paths("/y", "search"), title: "Bank", server: "https://api.bank.test"));
        var one = await Collected.FromAsync(shop, bank);
        var other = await Collected.FromAsync(("z.json", shop.Item2), ("b.json", bank.Item2));
        Assert.Equal(["bank_search", "shop_search"], one.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal(one.Tools.Select(tool => (tool.Id, tool.Name)), other.Tools.Select(tool => (tool.Id, tool.Name)));
    }

    [Fact]
    public async Task One_name_in_two_servers_gets_the_owner_and_not_the_labels_that_all_owners_share()
    {
        var collected = await Collected.FromAsync(("servers.json", """
            {"servers":[{"name":"io.github.anna/maps","tools":[{"name":"find","inputSchema":{"type":"object","properties":{"a":{"type":"string"}}}}]},
                        {"name":"io.github.bert/mail","tools":[{"name":"find","inputSchema":{"type":"object","properties":{"b":{"type":"string"}}}}]}]}
            """));
        Assert.Equal(["anna_maps_find", "bert_mail_find"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tools_come_in_ordinal_order_of_their_ids()
    {
        var paths = "{" + string.Join(',', Enumerable.Range(0, 50)
            .Select(number => Paths($"/p{number.ToString(CultureInfo.InvariantCulture)}", $"op{number.ToString(CultureInfo.InvariantCulture)}")[1..^1])) + "}";
        var ids = (await Collected.OpenApiAsync(paths)).Tools.Select(tool => tool.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(50, ids.Distinct().Count());
    }

    [Fact]
    public async Task Boilerplate_is_found_by_how_it_is_spread_whatever_it_is_called()
    {
        var paths = new StringBuilder("{");
        for (var resource = 0; resource < 8; resource++)
        {
            for (var verb = 0; verb < 2; verb++)
            {
                var name = $"r{resource}";
                // "blub" stands everywhere, "seite" on every list, "own" means something else each time.
                paths.Append(paths.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $$$$$$$$"""
                    "/{{{{{{{{name}}}}}}}}/{{{{{{{{verb}}}}}}}}":{"get":{"operationId":"op{{{{{{{{resource}}}}}}}}{{{{{{{{verb}}}}}}}}","parameters":[{"name":"blub","in":"query","schema":{"type":"string"},"description":"Any."},{{{{{{{{(verb == 0 ? """{"name":"seite","in":"query","schema":{"type":"integer"}},""" : "")}}}}}}}}{"name":"own","in":"query","description":"Of {{{{{{{{name}}}}}}}}.","schema":{"type":"string"}}],"responses":{}}}
                    """);
            }
        }

        var collected = await Collected.OpenApiAsync(paths.Append('}').ToString());
        var list = collected.Tools.Single(tool => tool.Name == "op00");
        Assert.Equal(["seite", "own"], list.ParameterNames());
        Assert.Equal(["blub"], list.OmittedParameters!);
        Assert.Equal(["seite"], list.Boilerplate!);
        Assert.Null(collected.Tools.Single(tool => tool.Name == "op01").Boilerplate);

        var kept = await Collected.FromAsync(new CollectionOptions { KeepBoilerplate = true }, ("api.json", Collected.OpenApi(paths.ToString())));
        var whole = kept.Tools.Single(tool => tool.Name == "op00");
        Assert.Equal(["blub", "seite", "own"], whole.ParameterNames());
        Assert.Equal(["blub", "seite"], whole.Boilerplate!);
        Assert.Equal(list.Id, whole.Id);
    }

    [Theory]
    [InlineData("GET", "anything", ToolEffect.Read)]
    [InlineData("DELETE", "getIt", ToolEffect.Write)]
    [InlineData("POST", "searchPets", ToolEffect.Read)]
    [InlineData("POST", "pets_search", ToolEffect.Read)]
    [InlineData("POST", "pets", ToolEffect.Write)]
    [InlineData(null, "BatchGetItem", ToolEffect.Read)]
    [InlineData(null, "BatchWriteItem", ToolEffect.Write)]
    [InlineData(null, "orders_list", ToolEffect.Read)]
    [InlineData(null, "order_pizza", ToolEffect.Write)]
    [InlineData(null, "get_order", ToolEffect.Read)]
    [InlineData(null, "widgets", ToolEffect.Unknown)]
    [InlineData(null, "check_in", ToolEffect.Write)]
    [InlineData("POST", "CheckOut", ToolEffect.Write)]
    [InlineData(null, "check_status", ToolEffect.Read)]
    [InlineData(null, "freeze_account", ToolEffect.Write)]
    [InlineData(null, "place_table_order", ToolEffect.Write)]
    [InlineData(null, "serve_order", ToolEffect.Write)]
    public void Effects_follow_the_strongest_evidence(string? method, string name, ToolEffect effect)
    {
        var (concluded, evidence) = Collection.Text.EffectClassifier.Classify(method, name, "Widgets of the shop.", method is not null);
        Assert.Equal(effect, concluded);
        Assert.NotEmpty(evidence);
    }

    [Theory]
    [InlineData("list_for_sale", "Puts an item on the market by listing it for sale.", ToolEffect.Write)]
    [InlineData("view_counter_reset", "Resets the view counter of an item to zero.", ToolEffect.Write)]
    [InlineData("search_index_rebuild", "Rebuilds the search index of a shop.", ToolEffect.Write)]
    [InlineData("fetch_and_lock", "Fetches a ticket and locks it for ten minutes.", ToolEffect.Write)]
    [InlineData("get_next_ticket", "Takes the next open ticket from the queue and assigns it to the agent.", ToolEffect.Write)]
    [InlineData("update_available", "Tells whether an update is available for a device.", ToolEffect.Read)]
    [InlineData("create_date", "Tells the date on which an item was created.", ToolEffect.Read)]
    [InlineData("post_office", "Finds the post office of a town.", ToolEffect.Read)]
    [InlineData("list_releases", "Releases of a repository.", ToolEffect.Read)]
    [InlineData("find_stores", "Stores near a place.", ToolEffect.Read)]
    [InlineData("create_order", "Returns the order that was created.", ToolEffect.Write)]
    [InlineData("delete_order", "Finds the order and deletes it.", ToolEffect.Write)]
    public void A_sentence_that_says_it_outright_outweighs_the_verb_of_the_name(string name, string description, ToolEffect effect) =>
        Assert.Equal(effect, Collection.Text.EffectClassifier.Classify(null, name, description).Effect);

    [Theory]
    [InlineData("listUserIDs", "list user ids")]
    [InlineData("XMLHttpRequest2Go", "xml http request2 go")]
    [InlineData("get-user_by.id", "get user by id")]
    public void Names_split_into_words(string name, string words) => Assert.Equal(words, string.Join(' ', Language.Words.Split(name)));
}
