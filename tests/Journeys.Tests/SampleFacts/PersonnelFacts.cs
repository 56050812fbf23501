using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class PersonnelFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void A_new_department_has_no_employees_and_a_name_of_its_own() => Holds(world =>
    {
        var department = world.Do("createDepartment", ("name", "Cartography"));
        Has(department, "headcount", 0);
        Assert.Empty(Staff(world, department));
        world.Refused("createDepartment", ("name", "Cartography"));
    });

    [Fact]
    public void Hiring_raises_the_headcount_of_the_department() => Holds(world =>
    {
        var department = Departments(world)[0];
        Hire(world, department);
        Has(Department(world, department), "headcount", department["headcount"].AsInteger + 1);
    });

    [Fact]
    public void A_new_employee_is_active_and_has_no_last_day() => Holds(world =>
    {
        var employee = Hire(world, Departments(world)[0]);
        Has(employee, "status", "active");
        Has(employee, "last_day", Value.Null);
        Some(Staff(world, Departments(world)[0]), With("employee_id", employee["employee_id"]), "such employee");
    });

    [Fact]
    public void An_employee_is_hired_for_a_department_that_exists() => Holds(world => world.NotFound("hireEmployee", ("full_name", "Ada Finch"),
        ("department_id", "nothing"), ("job_title", "Surveyor"), ("start_date", "2031-05-05")));

    [Fact]
    public void Ending_an_employment_lowers_the_headcount() => Holds(world =>
    {
        var department = Departments(world)[0];
        Terminate(world, Hire(world, department));
        Has(Department(world, department), "headcount", department["headcount"]);
    });

    [Fact]
    public void Ending_an_employment_keeps_the_last_day() => Holds(world =>
    {
        var employee = Hire(world, Departments(world)[0]);
        Terminate(world, employee);
        Has(Employee(world, employee), "status", "terminated");
        Has(Employee(world, employee), "last_day", "2031-09-30");
    });

    [Fact]
    public void An_employment_ends_once() => Holds(world =>
        world.Refused("terminateEmployee", ("employee_id", In(world, "terminated")["employee_id"]), ("last_day", "2031-09-30")));

    [Fact]
    public void Ending_an_employment_withdraws_the_open_leave_requests() => Holds(world =>
    {
        var employee = Hire(world, Departments(world)[0]);
        var open = Ask(world, employee);
        var approved = Ask(world, employee);
        world.Do("approveLeave", ("leave_request_id", approved["leave_request_id"]));
        Terminate(world, employee);
        Has(Request(world, open), "status", "withdrawn");
        Has(Request(world, approved), "status", "approved");
    });

    [Fact]
    public void A_terminated_employee_cannot_be_changed() => Holds(world =>
        world.Refused("updateEmployee", ("employee_id", In(world, "terminated")["employee_id"]), ("job_title", "Surveyor")));

    [Fact]
    public void Another_salary_changes_nothing_else() => Holds(world =>
    {
        var employee = In(world, "active");
        world.Do("updateEmployee", ("employee_id", employee["employee_id"]), ("salary", 64000));
        Has(Employee(world, employee), "salary", 64000);
        Same(employee, Employee(world, employee), "salary");
    });

    [Fact]
    public void An_employee_moves_to_a_department_that_exists() => Holds(world =>
    {
        var employee = Hire(world, Departments(world)[0]);
        world.Do("updateEmployee", ("employee_id", employee["employee_id"]), ("department_id", Departments(world)[1]["department_id"]));
        Some(Staff(world, Departments(world)[1]), With("employee_id", employee["employee_id"]), "such employee");
        world.NotFound("updateEmployee", ("employee_id", employee["employee_id"]), ("department_id", "nothing"));
    });

    [Fact]
    public void A_new_leave_request_is_requested() => Holds(world =>
    {
        var request = Ask(world, In(world, "active"));
        Has(request, "status", "requested");
        Some(world.List("listLeaveRequests", ("employee_id", request["employee_id"]), ("status", "requested")),
            With("leave_request_id", request["leave_request_id"]), "such request");
    });

    [Fact]
    public void A_terminated_employee_gets_no_leave() => Holds(world => world.Refused("requestLeave",
        ("employee_id", In(world, "terminated")["employee_id"]), ("kind", "vacation"), ("start_date", "2031-05-05"), ("end_date", "2031-05-09")));

    [Fact]
    public void A_leave_does_not_end_before_it_starts() => Holds(world => world.Senseless("requestLeave",
        ("employee_id", In(world, "active")["employee_id"]), ("kind", "vacation"), ("start_date", "2031-05-09"), ("end_date", "2031-05-05")));

    [Fact]
    public void A_leave_may_last_one_day() => Holds(world => world.Do("requestLeave",
        ("employee_id", In(world, "active")["employee_id"]), ("kind", "sick"), ("start_date", "2031-05-05"), ("end_date", "2031-05-05")));

    [Fact]
    public void A_leave_request_is_approved_once() => Holds(world =>
    {
        var request = Ask(world, In(world, "active"));
        Has(world.Do("approveLeave", ("leave_request_id", request["leave_request_id"])), "status", "approved");
        world.Refused("approveLeave", ("leave_request_id", request["leave_request_id"]));
    });

    [Fact]
    public void Only_an_open_leave_request_is_decided() => Holds(world =>
    {
        foreach (var status in new[] { "approved", "declined", "withdrawn" })
        {
            var request = Some(world.List("listLeaveRequests", ("status", status)), With("status", status), status + " request");
            world.Refused("declineLeave", ("leave_request_id", request["leave_request_id"]));
            world.Refused("approveLeave", ("leave_request_id", request["leave_request_id"]));
        }
    });

    [Fact]
    public void A_declined_leave_request_keeps_the_reason() => Holds(world =>
    {
        var request = Ask(world, In(world, "active"));
        world.Do("declineLeave", ("leave_request_id", request["leave_request_id"]), ("reason", "Too many are away."));
        Has(Request(world, request), "status", "declined");
        Has(Request(world, request), "reason", "Too many are away.");
    });

    [Fact]
    public void The_headcount_is_the_number_of_active_employees() => Holds(world => Assert.All(Departments(world),
        department => Has(department, "headcount", Staff(world, department).Count(With("status", "active")))));

    [Fact]
    public void Only_terminated_employees_have_a_last_day() => Holds(world => Assert.All(world.List("findEmployees", ("per_page", 100)),
        employee => Assert.Equal(With("status", "terminated")(employee), employee["last_day"].IsString)));

    [Fact]
    public void Pages_of_employees_follow_each_other() => Holds(world =>
    {
        var first = world.Do("findEmployees", ("per_page", 2));
        var second = world.Do("findEmployees", ("per_page", 2), ("page", 2));
        Has(first, "total", world.List("findEmployees", ("per_page", 100)).Count);
        Has(second, "page", 2);
        Assert.Equal(world.List("findEmployees", ("per_page", 100)).Skip(2).Take(2), second["data"].AsArray.ToArray());
    });

    private static Value Hire(SampleWorld world, Value department) => world.Do("hireEmployee", ("full_name", "Ada Finch"),
        ("department_id", department["department_id"]), ("job_title", "Surveyor"), ("start_date", "2031-05-05"));

    private static void Terminate(SampleWorld world, Value employee) =>
        world.Do("terminateEmployee", ("employee_id", employee["employee_id"]), ("last_day", "2031-09-30"));

    private static Value Ask(SampleWorld world, Value employee) => world.Do("requestLeave", ("employee_id", employee["employee_id"]), ("kind", "vacation"),
        ("start_date", "2031-08-04"), ("end_date", "2031-08-15"));

    private static Value Request(SampleWorld world, Value request) =>
        Some(world.List("listLeaveRequests", ("employee_id", request["employee_id"])), With("leave_request_id", request["leave_request_id"]), "such request");

    private static Value Employee(SampleWorld world, Value employee) => world.Do("getEmployee", ("employee_id", employee["employee_id"]));

    private static Value Department(SampleWorld world, Value department) =>
        Some(Departments(world), With("department_id", department["department_id"]), "such department");

    private static IReadOnlyList<Value> Staff(SampleWorld world, Value department) =>
        world.List("getDepartmentEmployees", ("department_id", department["department_id"]));

    private static Value In(SampleWorld world, string status) =>
        Some(world.List("findEmployees", ("per_page", 100)), With("status", status), status + " employee");

    private static IReadOnlyList<Value> Departments(SampleWorld world) => world.List("getDepartments");
}
