namespace AgentScaler.Materialization.Tests.Conventions;

/// <summary>The rules that verbs are known for, where the tables hold the columns that they speak of. A row cites the tools of a domain.</summary>
public sealed class BusinessConventionsTests
{
    private const string Trip = "get_trip(trip_id!) -> Trip{trip_id!, name, seats_left: int, price: num} & ";
    private const string Account = "get_account(account_id!) -> Account{account_id!, owner, balance: num, status: active|frozen|closed} & ";

    [Theory]
    [InlineData(
        Trip + "book_trip(trip_id!, name!) -> Booking{booking_id!, trip_id, name, status: confirmed|cancelled}",
        "`book_trip` needs the seats left of the trip to be at least 1. `book_trip` lowers the seats left of the trip by 1.", "a seat for each booking")]
    [InlineData(
        Trip + "book_trip(trip_id!, seats!: int) -> Booking{booking_id!, trip_id, seats: int, total_price: num}",
        "`book_trip` needs the seats left of the trip to be at least `seats`. `book_trip` sets the total price of the booking to `seats` times the price of the trip. `book_trip` lowers the seats left of the trip by `seats`.", "seats and total")]
    [InlineData(
        Trip + "book_trip(trip_id!, passengers!: [str], checked_bags: int) -> Booking{booking_id!, trip_id, passengers: [str]}",
        "`book_trip` needs the seats left of the trip to be at least the number of `passengers`. `book_trip` lowers the seats left of the trip by the number of `passengers`.", "a list of people")]
    [InlineData(
        Trip + "create_booking(trip_id!, tickets!: int) -> Booking{booking_id!, trip_id, tickets: int}",
        "`create_booking` needs the seats left of the trip to be at least `tickets`. `create_booking` lowers the seats left of the trip by `tickets`.", "created")]
    [InlineData(
        Trip + "book_trip(trip_id!, seats!: int) -> Booking{booking_id!, trip_id, seats: int, status: confirmed|cancelled} & cancel_booking(booking_id!)",
        "`cancel_booking` is allowed only while the status of the booking is \"confirmed\". `cancel_booking` raises the seats left of the trip by the seats of the booking.", "gives back")]
    [InlineData(
        "get_member(member_id!) -> Member{member_id!, name!} & create_visit(member_id!, day!) -> Visit{visit_id!, member_id!, member_name!, day!, place_name!}",
        "`create_visit` sets the member name of the visit to the name of the member.", "the name of the member is shown, that of the place is the visit's own")]
    [InlineData(
        Account + "withdraw_money(account_id!, amount!: num)",
        "`withdraw_money` needs the status of the account to be other than \"frozen\". `withdraw_money` needs the status of the account to be other than \"closed\". `withdraw_money` needs the balance of the account to be at least `amount`. `withdraw_money` lowers the balance of the account by `amount`.", "withdraw")]
    [InlineData(
        Account + "deposit(account_id!, amount!: num)",
        "`deposit` needs the status of the account to be other than \"frozen\". `deposit` needs the status of the account to be other than \"closed\". `deposit` raises the balance of the account by `amount`.", "deposit")]
    [InlineData(
        Account + "transfer_money(from_account_id!, to_account_id!, amount!: num)",
        "`transfer_money` needs the balance of the source to be at least `amount`. `transfer_money` needs the status of the source to be other than \"frozen\". `transfer_money` needs the status of the source to be other than \"closed\". `transfer_money` needs the status of the target to be other than \"frozen\". `transfer_money` needs the status of the target to be other than \"closed\". `transfer_money` lowers the balance of the source by `amount`. `transfer_money` raises the balance of the target by `amount`.", "transfer")]
    [InlineData(
        Account + "pay_bill(account_id!, payee!, amount!: num) -> Payment{payment_id!, account_id, payee, amount: num}",
        "`pay_bill` needs the status of the account to be other than \"frozen\". `pay_bill` needs the status of the account to be other than \"closed\". `pay_bill` needs the balance of the account to be at least `amount`. `pay_bill` lowers the balance of the account by `amount`.", "pay")]
    [InlineData(
        "get_member(member_id!) -> Member{member_id!, points: int} & redeem_points(member_id!, points!: int)",
        "`redeem_points` needs the points of the member to be at least `points`. `redeem_points` lowers the points of the member by `points`.", "redeem")]
    [InlineData(
        "get_member(member_id!) -> Member{member_id!, points: int} & add_points(member_id!, points!: int)",
        "`add_points` raises the points of the member by `points`.", "add points")]
    [InlineData(
        "get_booking(booking_id!) -> Booking{booking_id!, bags: int} & add_bags(booking_id!, bags!: int)",
        "`add_bags` raises the bags of the booking by `bags`.", "add bags")]
    [InlineData(
        "get_booking(booking_id!) -> Booking{booking_id!, bags: int} & add_bags(booking_id!, bags!: int) -- Change the number of bags of a booking.",
        "", "set bags")]
    [InlineData(
        "get_product(product_id!) -> Product{product_id!, stock: int} & restock_product(product_id!, quantity!: int)",
        "`restock_product` raises the stock of the product by `quantity`.", "restock")]
    [InlineData(
        "get_product(product_id!) -> Product{product_id!, stock: int} & increase_stock(product_id!, quantity!: int)",
        "`increase_stock` raises the stock of the product by `quantity`.", "increase stock")]
    [InlineData(
        "get_post(post_id!) -> Post{post_id!, title, comment_count: int} & add_comment(post_id!, text!) -> Comment{comment_id!, post_id, text}",
        "`add_comment` raises the comment count of the post by 1.", "counter")]
    [InlineData(
        "get_post(post_id!) -> Post{post_id!, comment_count: int} & add_comment(post_id!, text!) -> Comment{comment_id!, post_id, text} & delete_comment(comment_id!)",
        "`delete_comment` lowers the comment count of the post by 1.", "counter down")]
    [InlineData(
        "get_course(course_id!) -> Course{course_id!, capacity: int} & register_participant(course_id!, name!) -> Participant{participant_id!, course_id, name}",
        "`register_participant` needs the number of participants of the course to be less than the capacity of the course.", "capacity")]
    [InlineData(
        "get_room(room_id!) -> Room{room_id!, capacity: int} & book_room(room_id!, guests!: int, day!: date) -> Booking{booking_id!, room_id, guests: int}",
        "`book_room` needs `guests` to be at most the capacity of the room.", "lodging")]
    [InlineData(
        "get_drill(drill_id!) -> Drill{drill_id!, status: available|on_loan} & lend_drill(drill_id!, borrower!) -> Loan{loan_id!, drill_id, borrower, status: open|returned}",
        "`lend_drill` needs the status of the drill to be \"available\". `lend_drill` sets the status of the drill to \"on_loan\".", "lend")]
    [InlineData(
        "get_drill(drill_id!) -> Drill{drill_id!, name} & lend_drill(drill_id!, borrower!) -> Loan{loan_id!, drill_id, borrower, status: open|returned}",
        "`lend_drill` needs the number of loans of the drill whose status is \"open\" to be at most 0.", "lend by loans")]
    [InlineData(
        "get_drill(drill_id!) -> Drill{drill_id!, available: bool} & lend_drill(drill_id!, borrower!) -> Loan{loan_id!, drill_id, borrower, status: open|returned} & return_loan(loan_id!)",
        "`return_loan` is allowed only while the status of the loan is \"open\". `return_loan` sets the available of the drill to true.", "return")]
    [InlineData(
        "get_member(member_id!) -> Member{member_id!, status: active|suspended} & book_court(member_id!, day!: date) -> Booking{booking_id!, member_id, day: date}",
        "`book_court` needs the status of the member to be other than \"suspended\".", "suspended")]
    [InlineData(
        "get_class(class_id!) -> Class{class_id!, capacity: int, enrolled: int} & enroll(class_id!, pupil!) -> Enrollment{enrollment_id!, class_id, pupil}",
        "`enroll` needs the enrolled of the class plus 1 to be at most the capacity of the class. `enroll` raises the enrolled of the class by 1.", "taken")]
    [InlineData(
        "GET /accounts/{id} getAccount() -> {id!, balance!: int, owner!} & GET /accounts/{id}/entries listEntries() -> [{id!, account_id!, kind!: topup|spend, amount!: int, balance_after!: int, at!: datetime}] & "
            + "POST /accounts/{id}/topups topUp(amount!: int) -> {id!, account_id!, kind!: topup|spend, amount!: int, balance_after!: int, at!: datetime}",
        "`topUp` sets the kind of the entry to \"topup\". `topUp` sets the balance after of the entry to the balance of the account plus `amount`. "
            + "`topUp` raises the balance of the account by `amount`.", "a record of a movement")]
    [InlineData(
        "GET /orders/{id} getOrder() -> {id!, total!: int, status!: open|shipped} & GET /shipments/{id} getShipment() -> {id!, order_id!, carrier!, sent_at!: datetime} & "
            + "POST /orders/{id}/ship shipOrder(carrier!) -> {id!, order_id!, carrier!, sent_at!: datetime}",
        "`shipOrder` sets the status of the order to \"shipped\".", "a step that leaves a record")]
    public void A_verb_brings_its_rules(string cited, string rules, string because) => Assert.Equal($"{because}: {rules}", $"{because}: {Ruled.Last(cited)}");
}
