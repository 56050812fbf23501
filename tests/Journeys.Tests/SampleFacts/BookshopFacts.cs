using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class BookshopFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void An_order_takes_its_copies_from_the_stock() => Holds(world =>
    {
        var book = InStock(world);
        Order(world, book, 2);
        Has(Book(world, book), "stock", book["stock"].AsInteger - 2);
    });

    [Fact]
    public void No_more_copies_are_ordered_than_are_in_stock() => Holds(world =>
        RefusesOrder(world, Some(Books(world), book => book["stock"].AsInteger < 20, "book with fewer than 20 copies"), book => book["stock"].AsInteger + 1));

    [Fact]
    public void A_book_that_is_out_of_stock_cannot_be_ordered() => Holds(world =>
        RefusesOrder(world, Some(Books(world), With("stock", 0), "book that is out of stock"), _ => 1));

    [Fact]
    public void A_new_order_is_pending_and_not_shipped() => Holds(world =>
    {
        var order = Order(world, InStock(world), 1);
        Has(order, "status", "pending");
        Has(order, "tracking_number", Value.Null);
        Has(order, "shipped_at", Value.Null);
    });

    [Fact]
    public void The_total_of_an_order_is_the_price_times_the_quantity() => Holds(world =>
    {
        var book = InStock(world);
        Near(2 * book["price"].AsNumber, Order(world, book, 2)["total"]);
    });

    [Fact]
    public void An_order_needs_a_customer_and_a_book_that_exist() => Holds(world =>
    {
        world.NotFound("placeOrder", ("customer_id", "nobody"), ("book_id", InStock(world)["book_id"]), ("quantity", 1));
        world.NotFound("placeOrder", ("customer_id", world.List("listCustomers")[0]["customer_id"]), ("book_id", "nothing"), ("quantity", 1));
    });

    [Fact]
    public void Cancelling_an_order_puts_its_copies_back() => Holds(world =>
    {
        var book = InStock(world);
        var order = Order(world, book, 2);
        Has(world.Do("cancelOrder", ("order_id", order["order_id"])), "status", "cancelled");
        Has(Book(world, book), "stock", book["stock"]);
    });

    [Fact]
    public void An_order_is_cancelled_once() => Holds(world =>
    {
        var order = Order(world, InStock(world), 1);
        world.Do("cancelOrder", ("order_id", order["order_id"]));
        world.Refused("cancelOrder", ("order_id", order["order_id"]));
    });

    [Fact]
    public void An_order_that_has_been_shipped_cannot_be_cancelled() => Holds(world =>
        world.Refused("cancelOrder", ("order_id", world.List("listOrders", ("status", "shipped"))[0]["order_id"])));

    [Fact]
    public void Shipping_keeps_the_tracking_number_and_stamps_the_time() => Holds(world =>
    {
        var order = Order(world, InStock(world), 1);
        world.Do("shipOrder", ("order_id", order["order_id"]), ("tracking_number", "TRK-77"));
        var shipped = world.Do("getOrder", ("order_id", order["order_id"]));
        Has(shipped, "status", "shipped");
        Has(shipped, "tracking_number", "TRK-77");
        Assert.True(shipped["shipped_at"].IsString);
    });

    [Fact]
    public void Only_a_pending_order_is_shipped() => Holds(world =>
    {
        foreach (var status in new[] { "shipped", "delivered", "cancelled" })
        {
            world.Refused("shipOrder", ("order_id", world.List("listOrders", ("status", status))[0]["order_id"]));
        }
    });

    [Fact]
    public void A_review_raises_the_number_of_reviews() => Holds(world =>
    {
        var (book, customer) = Unreviewed(world);
        Review(world, book, customer);
        Has(Book(world, book), "review_count", book["review_count"].AsInteger + 1);
    });

    [Fact]
    public void The_number_of_reviews_is_the_number_of_reviews_that_are_listed() => Holds(world =>
        Assert.All(Books(world), book => Has(book, "review_count", world.List("listReviews", ("book_id", book["book_id"])).Count)));

    [Fact]
    public void A_customer_reviews_a_book_once() => Holds(world =>
    {
        var (book, customer) = Unreviewed(world);
        Review(world, book, customer);
        world.Refused("addReview", ("book_id", book["book_id"]), ("customer_id", customer["customer_id"]), ("rating", 3));
    });

    [Fact]
    public void Reviews_are_listed_newest_first_and_by_their_stars() => Holds(world =>
    {
        var (book, customer) = Unreviewed(world);
        Review(world, book, customer);
        var reviews = Books(world).Select(each => world.List("listReviews", ("book_id", each["book_id"]))).MaxBy(list => list.Count)!;
        Descending(reviews, "written_at");
        var good = world.List("listReviews", ("book_id", reviews[0]["book_id"]), ("minimum_rating", 4));
        Assert.Equal(reviews.Count(review => review["rating"].AsInteger >= 4), good.Count);
    });

    [Fact]
    public void A_book_with_pending_orders_cannot_be_removed() => Holds(world =>
    {
        var book = InStock(world);
        Order(world, book, 1);
        world.Refused("removeBook", ("book_id", book["book_id"]));
    });

    [Fact]
    public void The_reviews_of_a_book_go_with_it() => Holds(world =>
    {
        var book = Added(world);
        Review(world, book, world.List("listCustomers")[0]);
        world.Do("removeBook", ("book_id", book["book_id"]));
        world.NotFound("getBook", ("book_id", book["book_id"]));
        Assert.Empty(world.Call("listReviews", ("book_id", book["book_id"])) is { Ok: true } answer ? answer.Result.AsArray.ToArray() : []);
    });

    [Fact]
    public void An_ISBN_is_taken_once() => Holds(world => world.Refused("addBook", ("title", "The Salt Road"), ("author", "Jane Ogle"), ("price", 14.5),
        ("isbn", Books(world)[0]["isbn"])));

    [Fact]
    public void A_new_book_is_in_English_and_not_in_stock_and_has_no_reviews() => Holds(world =>
    {
        var book = Added(world);
        Has(book, "language", "en");
        Has(book, "stock", 0);
        Has(book, "review_count", 0);
        Has(Books(world)[0], "book_id", book["book_id"]);
    });

    [Fact]
    public void Books_are_listed_newest_first() => Holds(world => Descending(Books(world), "added_at"));

    [Fact]
    public void Books_that_can_be_shipped_today_are_in_stock() => Holds(world =>
    {
        var found = world.List("listBooks", ("in_stock", true), ("limit", 100));
        Assert.Equal(Books(world).Count(book => book["stock"].AsInteger > 0), found.Count);
        Assert.All(found, book => Assert.True(book["stock"].AsInteger > 0));
    });

    [Fact]
    public void A_search_finds_books_by_words_of_title_or_author() => Holds(world =>
    {
        var book = Books(world)[0];
        Some(world.List("searchBooks", ("query", book["title"])), With("book_id", book["book_id"]), "such book");
        Some(world.List("searchBooks", ("query", book["author"])), With("book_id", book["book_id"]), "such book");
    });

    [Fact]
    public void An_email_address_is_registered_once() => Holds(world =>
    {
        var customer = world.Do("registerCustomer", ("name", "Ada Finch"), ("email", "ada.finch@example.org"));
        Has(customer, "newsletter", false);
        world.Refused("registerCustomer", ("name", "Ben Finch"), ("email", "ada.finch@example.org"));
    });

    private static Value InStock(SampleWorld world) => Some(Books(world), book => book["stock"].AsInteger >= 2, "book in stock");

    private static Value Added(SampleWorld world) =>
        world.Do("addBook", ("title", "The Salt Road"), ("author", "Jane Ogle"), ("isbn", "9780306406157"), ("price", 14.5));

    private static Value Order(SampleWorld world, Value book, int quantity) => world.Do("placeOrder",
        ("customer_id", world.List("listCustomers")[0]["customer_id"]), ("book_id", book["book_id"]), ("quantity", quantity));

    private static void RefusesOrder(SampleWorld world, Value book, Func<Value, long> quantity) => world.Refused("placeOrder",
        ("customer_id", world.List("listCustomers")[0]["customer_id"]), ("book_id", book["book_id"]), ("quantity", quantity(book)));

    private static Value Review(SampleWorld world, Value book, Value customer) =>
        world.Do("addReview", ("book_id", book["book_id"]), ("customer_id", customer["customer_id"]), ("rating", 4));

    private static (Value Book, Value Customer) Unreviewed(SampleWorld world)
    {
        var book = Books(world)[0];
        var reviewers = world.List("listReviews", ("book_id", book["book_id"])).Select(review => review["customer_id"]).ToList();
        return (book, Some(world.List("listCustomers"), customer => !reviewers.Contains(customer["customer_id"]), "customer without a review"));
    }

    private static Value Book(SampleWorld world, Value book) => world.Do("getBook", ("book_id", book["book_id"]));

    private static IReadOnlyList<Value> Books(SampleWorld world) => world.List("listBooks", ("limit", 100));
}
