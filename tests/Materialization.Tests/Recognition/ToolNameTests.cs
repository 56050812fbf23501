using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>A name is read as a verb, the noun that it acts on and a by-phrase. A row cites the name of a public tool and the form that it has.</summary>
public sealed class ToolNameTests
{
    [Theory]
    [InlineData("getPetById", VerbClass.Get, "pet", "id", false, "verb, noun, by-phrase in camelCase")]
    [InlineData("list_pull_requests", VerbClass.List, "pull_request", "", true, "a noun of two words in snake_case")]
    [InlineData("fetch-emails", VerbClass.Get, "email", "", true, "a fetch of many")]
    [InlineData("get_orders_by_customer", VerbClass.Get, "order", "customer", true, "a get of many by one")]
    [InlineData("DescribeInstances", VerbClass.Get, "instance", "", true, "a description of many")]
    [InlineData("getAllProducts", VerbClass.List, "product", "", true, "a word for all is no part of the noun")]
    [InlineData("get_series", VerbClass.Get, "series", "", false, "a noun in s that is one thing")]
    [InlineData("getStatus", VerbClass.Get, "status", "", false, "a noun in us that is one thing")]
    [InlineData("search_repositories", VerbClass.Search, "repository", "", true, "a search")]
    [InlineData("create_or_update_file", VerbClass.Upsert, "file", "", false, "two verbs that are one act")]
    [InlineData("chat.postMessage", VerbClass.Create, "message", "", false, "a verb behind a namespace")]
    [InlineData("users.profile.set", VerbClass.Update, "users_profile", "", false, "a verb at the end behind two nouns")]
    [InlineData("conversations_list", VerbClass.List, "conversation", "", true, "a verb at the end behind a plural")]
    [InlineData("contacts_bulk_update", VerbClass.Update, "contact", "", true, "a word for many before the verb")]
    [InlineData("BatchGetItem", VerbClass.Get, "item", "", true, "a word for many at the beginning")]
    [InlineData("deleteMultipleObjects", VerbClass.Delete, "object", "", true, "a word for many before the noun")]
    [InlineData("retrieve-a-page", VerbClass.Get, "page", "", false, "an article")]
    [InlineData("weather", VerbClass.None, "weather", "", false, "a noun alone")]
    [InlineData("order_details", VerbClass.None, "order", "", false, "a verb that is a noun here, before a word for what is known of it")]
    [InlineData("order_pizza", VerbClass.Create, "pizza", "", false, "the same word as a verb")]
    [InlineData("get_user_details", VerbClass.Get, "user", "", false, "a word for what is known of the noun")]
    [InlineData("check_availability", VerbClass.Check, "availability", "", false, "a check")]
    [InlineData("mark_message_as_read", VerbClass.Update, "message", "read", false, "a state behind as")]
    [InlineData("send_email_to_customer", VerbClass.Send, "email", "customer", false, "a receiver behind to")]
    [InlineData("turn_on_light", VerbClass.Transition, "light", "", false, "a verb of two words")]
    [InlineData("checkInGuest", VerbClass.Transition, "guest", "", false, "a verb of two words whose first one is another verb")]
    [InlineData("unfollowUser", VerbClass.Unlink, "user", "", false, "a verb with un")]
    [InlineData("update_issue_comment", VerbClass.Update, "issue_comment", "", false, "a part of a thing")]
    [InlineData("reschedule_appointment", VerbClass.Update, "appointment", "", false, "a verb with re")]
    [InlineData("findPetsByStatus", VerbClass.Search, "pet", "status", true, "a search by one member")]
    [InlineData("count_documents_in_index", VerbClass.Count, "document", "index", true, "a count behind a preposition of place")]
    [InlineData("transferFundsBetweenAccounts", VerbClass.Transfer, "fund", "accounts", true, "two ends behind between")]
    [InlineData("addItemToCart", VerbClass.Create, "item", "cart", false, "a place behind to")]
    [InlineData("removeItemFromCart", VerbClass.Delete, "item", "cart", false, "a place behind from")]
    [InlineData("get_repository_by_owner_and_name", VerbClass.Get, "repository", "owner and name", false, "two members of a by-phrase")]
    public void A_name_says_what_is_done_to_what(string cited, VerbClass verb, string noun, string tail, bool plural, string because)
    {
        var name = ToolName.Parse(Words.Split(cited));

        Assert.Equal(
            $"{because}: {verb} {noun} by [{tail}] {(plural ? "many" : "one")}",
            $"{because}: {name.VerbClass} {Words.ResourceKey(name.Noun)} by [{string.Join(' ', name.Tail)}] {(name.Plural ? "many" : "one")}");
    }
}
