using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>Names that different tools have for one thing are brought together. A row cites operations or definitions of a public API.</summary>
public sealed class ResourceMergerTests
{
    [Theory]
    [InlineData(
        "get_order(order_id!) -> Order{id, total: num} & get_order_summary(order_id!) -> Order{id, total: num}",
        "order", "a suffix for a part of what is known, by the definition")]
    [InlineData("get_user(user_id!) -> User{id, name} & get_profile(user_id!) -> User{id, name}", "user", "another noun whose result is the same definition")]
    [InlineData("get_booking(booking_id!) -> Booking{booking_id, status} & cancel(booking_id!)", "booking", "a verb alone, by its key")]
    [InlineData(
        "list_orders() -> [Order{order_id, total: num}] & find_purchases(city) -> [Order{order_id, total: num}]",
        "order", "another word in a search, by the definition")]
    [InlineData("create_user(name!) -> {user_id} & get_account(account_id!) -> {account_id, balance: num}", "account", "two things stay two")]
    [InlineData(
        "get_order(order_id!) -> Order{id} & get_order_item(order_item_id!) -> OrderItem{id, sku}",
        "order_item", "a part with a definition of its own stays")]
    [InlineData(
        "get_bike(bike_id!) -> {bike_id, name, locked: bool} & unlock_wheel(bike_id!) & lock_wheel(bike_id!)",
        "bike", "a part that nobody reads, by the key of the whole")]
    [InlineData(
        "get_trail(trail_id!) -> {trail_id, name, hikes: int} & log_hike(trail_id!) -> {trail_id, name, hikes: int}",
        "trail", "an act that answers with the thing that it names")]
    [InlineData(
        "get_trail(trail_id!) -> {trail_id, name, hikes: int} & log_hike(trail_id!, date!: date) -> {hike_id, trail_id, date: date}",
        "hike", "an act that leaves a row of its own")]
    [InlineData(
        "save_recipe(title!) -> {recipe_id, title} & list_saved_recipes() -> [{recipe_id, title}] & delete_saved_recipe(recipe_id!)",
        "recipe", "a participle of the verb by which things are made")]
    [InlineData("GET /users/{id} getUser() -> User{id, name} & GET /me getMe() -> User{id, name}", "user", "the caller's own row, by the definition")]
    [InlineData(
        "add_guest(name!) -> {guest_id, name} & book_room(guest_id!) -> {visit_id, guest_id, status} & check_in_guest(visit_id!)",
        "visit", "an act that names another row than its noun's")]
    [InlineData(
        "get_tour(tour_id!) -> {tour_id, title, guide_id} & assign_guide(tour_id!, guide_id!)",
        "tour", "what is put on it stands in a column of the row")]
    [InlineData(
        "list_guides() -> [{guide_id, name}] & get_tour(tour_id!) -> {tour_id, title, guide_id} & assign_guide(tour_id!, guide_id!)",
        "tour", "though what is put on it is listed")]
    [InlineData(
        "list_guides() -> [{guide_id, name, tour_id}] & get_tour(tour_id!) -> {tour_id, title, guide_id} & assign_guide(tour_id!, guide_id!)",
        "guide", "both show the other")]
    [InlineData(
        "get_guide(guide_id!) -> {guide_id, name} & get_tour(tour_id!) -> {tour_id, title, guide_id} & rename_guide(guide_id!, name!)",
        "guide", "an act that names its own row")]
    public void Tools_that_speak_of_one_thing_share_it(string cited, string resource, string because)
    {
        var readings = Recognised.Readings(cited);
        ResourceMerger.Merge(readings);
        Assert.Equal($"{because}: {resource}", $"{because}: {readings[^1].Resource}");
    }

    [Theory]
    [InlineData("shop.OrderResponse", "order", "a namespace and a word for answers")]
    [InlineData("OrderDto", "order", "a word for what is sent")]
    [InlineData("CreateOrderRequest", "order", "a verb and a word for what is asked")]
    [InlineData("io.k8s.api.core.v1.Pod", "pod", "a namespace of several parts with a version")]
    [InlineData("simple-user", "user", "a word for a form with fewer members")]
    [InlineData("IssueSummary", "issue", "a word for a form with fewer members, behind")]
    [InlineData("FullUser", "user", "a word for a form with all members")]
    [InlineData("PetList", "pet", "a word for many")]
    [InlineData("PaginatedPetList", "pet", "a word for pages before a word for many")]
    [InlineData("#/definitions/Order", "order", "a pointer")]
    [InlineData("Order_1", "order", "a number that tells two definitions apart")]
    [InlineData("UserProfile", "user_profile", "two nouns")]
    [InlineData("Address", "address", "a noun in ss")]
    public void A_definition_is_called_by_its_thing(string cited, string resource, string because) =>
        Assert.Equal($"{because}: {resource}", $"{because}: {ResourceMerger.Normalize(cited)}");
}
