using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class LibraryFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void Lending_takes_one_copy_off_the_shelf() => Holds(world =>
    {
        var title = OnShelf(world);
        Lend(world, title);
        Has(Title(world, title), "copies_available", title["copies_available"].AsInteger - 1);
        Has(Title(world, title), "copies", title["copies"]);
    });

    [Fact]
    public void A_title_without_a_copy_on_the_shelf_cannot_be_lent() => Holds(world =>
        RefusesToLend(world, Some(Titles(world), With("copies_available", 0), "title that is out"), Member(world)));

    [Fact]
    public void A_suspended_or_expired_member_cannot_borrow() => Holds(world =>
    {
        RefusesToLend(world, OnShelf(world), In(world, "suspended"));
        RefusesToLend(world, OnShelf(world), In(world, "expired"));
    });

    [Fact]
    public void A_member_has_at_most_five_titles_on_loan() => Holds(world =>
    {
        var member = Enrol(world);
        var title = Acquire(world, 9);
        for (var loan = 0; loan < 5; loan++)
        {
            Lend(world, title, member);
        }

        RefusesToLend(world, title, member);
    });

    [Fact]
    public void A_loan_needs_a_member_and_a_title_that_exist() => Holds(world =>
    {
        world.NotFound("lendTitle", ("member_id", "nobody"), ("title_id", OnShelf(world)["title_id"]), ("due_date", "2031-05-05"));
        world.NotFound("lendTitle", ("member_id", Member(world)["member_id"]), ("title_id", "nothing"), ("due_date", "2031-05-05"));
    });

    [Fact]
    public void A_new_loan_is_out_and_was_never_renewed() => Holds(world =>
    {
        var loan = Lend(world, OnShelf(world));
        Has(loan, "status", "on_loan");
        Has(loan, "renewals", 0);
        Has(loan, "due_date", "2031-05-05");
        Some(world.List("listMemberLoans", ("member_id", loan["member_id"]), ("status", "on_loan")), With("loan_id", loan["loan_id"]), "such loan");
    });

    [Fact]
    public void Returning_puts_the_copy_back_and_keeps_the_time() => Holds(world =>
    {
        var title = OnShelf(world);
        var loan = Lend(world, title);
        var returned = world.Do("returnLoan", ("loan_id", loan["loan_id"]));
        Has(returned, "status", "returned");
        Assert.True(returned["returned_at"].IsString);
        Has(Title(world, title), "copies_available", title["copies_available"]);
    });

    [Fact]
    public void A_loan_is_returned_once() => Holds(world =>
    {
        var loan = Lend(world, OnShelf(world));
        world.Do("returnLoan", ("loan_id", loan["loan_id"]));
        world.Refused("returnLoan", ("loan_id", loan["loan_id"]));
    });

    [Fact]
    public void A_renewal_moves_the_due_date_and_is_counted() => Holds(world =>
    {
        var loan = Lend(world, OnShelf(world));
        world.Do("renewLoan", ("loan_id", loan["loan_id"]), ("due_date", "2031-06-02"));
        var renewed = world.Do("getLoan", ("loan_id", loan["loan_id"]));
        Has(renewed, "due_date", "2031-06-02");
        Has(renewed, "renewals", 1);
    });

    [Fact]
    public void A_loan_is_renewed_at_most_three_times() => Holds(world =>
    {
        var loan = Lend(world, OnShelf(world));
        foreach (var due in new[] { "2031-06-02", "2031-06-30", "2031-07-28" })
        {
            world.Do("renewLoan", ("loan_id", loan["loan_id"]), ("due_date", due));
        }

        world.Refused("renewLoan", ("loan_id", loan["loan_id"]), ("due_date", "2031-08-25"));
    });

    [Fact]
    public void A_renewal_is_for_a_later_date() => Holds(world =>
        world.Senseless("renewLoan", ("loan_id", Lend(world, OnShelf(world))["loan_id"]), ("due_date", "2031-05-01")));

    [Fact]
    public void A_title_that_was_returned_is_not_renewed() => Holds(world =>
    {
        var loan = Lend(world, OnShelf(world));
        world.Do("returnLoan", ("loan_id", loan["loan_id"]));
        world.Refused("renewLoan", ("loan_id", loan["loan_id"]), ("due_date", "2031-06-02"));
    });

    [Fact]
    public void All_copies_of_a_new_title_are_on_the_shelf() => Holds(world =>
    {
        Has(Acquire(world, 4), "copies_available", 4);
        var single = world.Do("acquireTitle", ("name", "The Salt Road"), ("author", "Jane Ogle"), ("medium", "book"));
        Has(single, "copies", 1);
        Has(single, "copies_available", 1);
    });

    [Fact]
    public void A_title_with_copies_on_loan_cannot_be_withdrawn() => Holds(world =>
    {
        var title = OnShelf(world);
        Lend(world, title);
        world.Refused("withdrawTitle", ("title_id", title["title_id"]));
    });

    [Fact]
    public void A_title_that_is_not_on_loan_is_withdrawn() => Holds(world =>
    {
        var title = Acquire(world, 4);
        world.Do("withdrawTitle", ("title_id", title["title_id"]));
        world.NotFound("getTitle", ("title_id", title["title_id"]));
    });

    [Fact]
    public void A_new_member_is_active_and_owes_nothing_and_has_a_card() => Holds(world =>
    {
        var member = Enrol(world);
        Has(member, "status", "active");
        Has(member, "fines", 0);
        Assert.True(member["card_number"].IsString);
        Some(world.List("findMembers", ("card_number", member["card_number"])), With("member_id", member["member_id"]), "such member");
    });

    [Fact]
    public void Only_an_active_member_is_suspended() => Holds(world =>
    {
        var member = Member(world);
        Has(world.Do("suspendMember", ("member_id", member["member_id"])), "status", "suspended");
        world.Refused("suspendMember", ("member_id", member["member_id"]));
        world.Refused("suspendMember", ("member_id", In(world, "expired")["member_id"]));
    });

    [Fact]
    public void A_payment_lowers_the_fines() => Holds(world =>
    {
        var member = Some(Members(world), member => member["fines"].AsNumber >= 1, "member with fines");
        world.Do("payFine", ("member_id", member["member_id"]), ("amount", 1));
        Near(member["fines"].AsNumber - 1, world.Do("getMember", ("member_id", member["member_id"]))["fines"]);
    });

    [Fact]
    public void No_more_is_paid_than_the_member_owes() => Holds(world =>
    {
        var member = Members(world)[0];
        world.Refused("payFine", ("member_id", member["member_id"]), ("amount", member["fines"].AsNumber + 1));
    });

    [Fact]
    public void No_title_has_more_copies_on_the_shelf_than_the_library_owns() => Holds(world =>
        Assert.All(Titles(world), title => Assert.InRange(title["copies_available"].AsInteger, 0, title["copies"].AsInteger)));

    [Fact]
    public void The_loan_that_is_due_next_comes_first() => Holds(world =>
    {
        var member = Enrol(world);
        Lend(world, Acquire(world, 4), member, "2031-07-01");
        Lend(world, Acquire(world, 4), member, "2031-05-05");
        Ascending(world.List("listMemberLoans", ("member_id", member["member_id"])), "due_date");
    });

    [Fact]
    public void Only_a_loan_that_was_returned_has_a_time_of_return() => Holds(world =>
        Assert.All(Members(world).SelectMany(member => world.List("listMemberLoans", ("member_id", member["member_id"]))),
            loan => Assert.Equal(With("status", "returned")(loan), loan["returned_at"].IsString)));

    private static Value Enrol(SampleWorld world) => world.Do("enrolMember", ("name", "Ada Finch"), ("birth_date", "1984-02-11"));

    private static Value Acquire(SampleWorld world, int copies) =>
        world.Do("acquireTitle", ("name", "The Salt Road"), ("author", "Jane Ogle"), ("medium", "book"), ("copies", copies));

    private static Value Lend(SampleWorld world, Value title) => Lend(world, title, Member(world));

    private static Value Lend(SampleWorld world, Value title, Value member, string due = "2031-05-05") =>
        world.Do("lendTitle", ("member_id", member["member_id"]), ("title_id", title["title_id"]), ("due_date", due));

    private static void RefusesToLend(SampleWorld world, Value title, Value member) =>
        world.Refused("lendTitle", ("member_id", member["member_id"]), ("title_id", title["title_id"]), ("due_date", "2031-05-05"));

    private static Value OnShelf(SampleWorld world) => Some(Titles(world), title => title["copies_available"].AsInteger > 0, "title on the shelf");

    private static Value Title(SampleWorld world, Value title) => world.Do("getTitle", ("title_id", title["title_id"]));

    /// <summary>An active member with fewer than five titles on loan.</summary>
    private static Value Member(SampleWorld world) => Some(Members(world), member => With("status", "active")(member)
        && world.List("listMemberLoans", ("member_id", member["member_id"]), ("status", "on_loan")).Count < 5, "active member");

    private static Value In(SampleWorld world, string status) => Some(Members(world), With("status", status), status + " member");

    private static IReadOnlyList<Value> Members(SampleWorld world) => world.List("findMembers");

    private static IReadOnlyList<Value> Titles(SampleWorld world) => world.List("searchTitles");
}
