using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class HelpdeskFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void A_new_ticket_is_open_and_normal_and_assigned_to_nobody() => Holds(world =>
    {
        var ticket = Create(world);
        Has(ticket, "status", "open");
        Has(ticket, "priority", "normal");
        Has(ticket, "assignee_id", Value.Null);
        Has(ticket, "comment_count", 0);
    });

    [Fact]
    public void A_ticket_is_opened_for_a_requester_that_exists() => Holds(world => world.NotFound("create_ticket", ("subject", "No light"), ("requester_id", 987654321)));

    [Fact]
    public void A_closed_ticket_cannot_be_changed() => Holds(world =>
        world.Refused("update_ticket", ("ticket_id", In(world, "closed")["ticket_id"]), ("priority", "urgent")));

    [Fact]
    public void Another_priority_changes_nothing_else() => Holds(world =>
    {
        var ticket = Create(world);
        world.Do("update_ticket", ("ticket_id", ticket["ticket_id"]), ("priority", "urgent"));
        Has(Ticket(world, ticket), "priority", "urgent");
        Same(ticket, Ticket(world, ticket), "priority");
    });

    [Fact]
    public void A_ticket_is_assigned_to_an_agent_that_exists() => Holds(world =>
    {
        var ticket = Create(world);
        world.Do("assign_ticket", ("ticket_id", ticket["ticket_id"]), ("agent_id", Agent(world)));
        Has(Ticket(world, ticket), "assignee_id", Agent(world));
        world.NotFound("assign_ticket", ("ticket_id", ticket["ticket_id"]), ("agent_id", 987654321));
    });

    [Fact]
    public void A_closed_ticket_cannot_be_assigned() => Holds(world =>
        world.Refused("assign_ticket", ("ticket_id", In(world, "closed")["ticket_id"]), ("agent_id", Agent(world))));

    [Fact]
    public void Solving_a_ticket_keeps_the_resolution_and_the_time() => Holds(world =>
    {
        var ticket = Create(world);
        world.Do("solve_ticket", ("ticket_id", ticket["ticket_id"]), ("resolution", "A new bulb."));
        var solved = Ticket(world, ticket);
        Has(solved, "status", "solved");
        Has(solved, "resolution", "A new bulb.");
        Assert.True(solved["solved_at"].IsString);
    });

    [Fact]
    public void A_pending_ticket_can_be_solved() => Holds(world =>
    {
        var ticket = In(world, "pending");
        world.Do("solve_ticket", ("ticket_id", ticket["ticket_id"]));
        Has(Ticket(world, ticket), "status", "solved");
    });

    [Fact]
    public void A_ticket_that_is_solved_or_closed_is_not_solved_again() => Holds(world =>
    {
        world.Refused("solve_ticket", ("ticket_id", In(world, "solved")["ticket_id"]));
        world.Refused("solve_ticket", ("ticket_id", In(world, "closed")["ticket_id"]));
    });

    [Fact]
    public void Only_a_solved_ticket_is_reopened() => Holds(world =>
    {
        var ticket = In(world, "solved");
        world.Do("reopen_ticket", ("ticket_id", ticket["ticket_id"]));
        Has(Ticket(world, ticket), "status", "open");
        world.Refused("reopen_ticket", ("ticket_id", ticket["ticket_id"]));
        world.Refused("reopen_ticket", ("ticket_id", In(world, "closed")["ticket_id"]));
    });

    [Fact]
    public void Only_a_solved_ticket_is_closed() => Holds(world =>
    {
        var ticket = In(world, "solved");
        world.Do("close_ticket", ("ticket_id", ticket["ticket_id"]));
        Has(Ticket(world, ticket), "status", "closed");
        world.Refused("close_ticket", ("ticket_id", In(world, "open")["ticket_id"]));
    });

    [Fact]
    public void A_comment_raises_the_number_of_comments() => Holds(world =>
    {
        var ticket = Ticket(world, In(world, "open"));
        world.Do("add_comment", ("ticket_id", ticket["ticket_id"]), ("body", "We look into it."));
        Has(Ticket(world, ticket), "comment_count", ticket["comment_count"].AsInteger + 1);
    });

    [Fact]
    public void The_number_of_comments_is_the_number_of_comments_that_are_listed() => Holds(world => Assert.All(
        world.List("search_tickets", ("limit", 50)), ticket => Has(Ticket(world, ticket), "comment_count", Comments(world, ticket).Count)));

    [Fact]
    public void A_comment_is_public_unless_it_is_not() => Holds(world =>
    {
        var ticket = Create(world);
        world.Do("add_comment", ("ticket_id", ticket["ticket_id"]), ("body", "We look into it."));
        world.Do("add_comment", ("ticket_id", ticket["ticket_id"]), ("body", "The customer is angry."), ("public", false));
        var comments = Comments(world, ticket);
        Has(comments[0], "public", true);
        Has(comments[1], "public", false);
    });

    [Fact]
    public void A_closed_ticket_takes_no_comment() => Holds(world =>
        world.Refused("add_comment", ("ticket_id", In(world, "closed")["ticket_id"]), ("body", "One thing more.")));

    [Fact]
    public void The_oldest_comment_comes_first() => Holds(world =>
    {
        var ticket = Create(world);
        world.Do("add_comment", ("ticket_id", ticket["ticket_id"]), ("body", "We look into it."));
        world.Do("add_comment", ("ticket_id", ticket["ticket_id"]), ("body", "It is done."));
        Ascending(Comments(world, ticket), "created_at");
        Has(Comments(world, ticket)[0], "body", "We look into it.");
    });

    [Fact]
    public void A_count_counts_what_a_search_finds() => Holds(world =>
    {
        foreach (var status in new[] { "open", "pending", "solved", "closed" })
        {
            Has(world.Do("count_tickets", ("status", status)), "count", world.List("search_tickets", ("status", status), ("limit", 50)).Count);
        }

        Has(world.Do("count_tickets"), "count", world.List("search_tickets", ("limit", 50)).Count);
    });

    [Fact]
    public void A_new_ticket_is_counted_and_found_by_a_word_of_its_subject() => Holds(world =>
    {
        var before = world.Do("count_tickets", ("status", "open"))["count"].AsInteger;
        var ticket = Create(world);
        Has(world.Do("count_tickets", ("status", "open")), "count", before + 1);
        Some(world.List("search_tickets", ("query", "lantern")), With("ticket_id", ticket["ticket_id"]), "such ticket");
    });

    [Fact]
    public void Ten_tickets_are_found_at_most_if_no_limit_is_given() => Holds(world =>
    {
        Create(world);
        var found = world.Do("search_tickets");
        Assert.True(found["total"].AsInteger > 10, "The world has too few tickets.");
        Assert.Equal(10, found["tickets"].AsArray.Length);
    });

    [Fact]
    public void The_agents_of_a_team_are_listed() => Holds(world =>
    {
        var team = world.List("list_agents")[0]["team"];
        Assert.Equal(world.List("list_agents").Where(With("team", team)), world.List("list_agents", ("team", team)));
    });

    private static Value Create(SampleWorld world)
    {
        var requester = world.List("search_tickets")[0]["requester_id"];
        var ticket = world.Do("create_ticket", ("subject", "The lantern gives no light"), ("requester_id", requester));
        return Ticket(world, ticket);
    }

    private static Value Agent(SampleWorld world) => world.List("list_agents")[0]["agent_id"];

    private static Value Ticket(SampleWorld world, Value ticket) => world.Do("get_ticket", ("ticket_id", ticket["ticket_id"]));

    private static IReadOnlyList<Value> Comments(SampleWorld world, Value ticket) => world.List("list_comments", ("ticket_id", ticket["ticket_id"]));

    private static Value In(SampleWorld world, string status) => Some(world.List("search_tickets", ("status", status)), With("status", status), status + " ticket");
}
