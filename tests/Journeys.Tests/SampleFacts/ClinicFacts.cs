using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class ClinicFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void A_new_patient_is_active() => Holds(world => Has(Register(world, "INS-1"), "active", true));

    [Fact]
    public void An_insurance_number_is_registered_once() => Holds(world =>
    {
        Register(world, "INS-1");
        world.Refused("patients_register", ("given_name", "Ben"), ("family_name", "Finch"), ("birth_date", "1990-02-03"), ("insurance_number", "INS-1"));
    });

    [Fact]
    public void A_patient_is_found_by_family_name() => Holds(world =>
    {
        var patient = Register(world, "INS-1");
        var found = world.List("patients_search", ("family_name", "Finch"));
        Some(found, With("patient_id", patient["patient_id"]), "such patient");
        Assert.All(found, other => Has(other, "family_name", "Finch"));
    });

    [Fact]
    public void Contact_details_change_nothing_else_of_a_patient() => Holds(world =>
    {
        var patient = Active(world);
        world.Do("patients_update", ("patientId", patient["patient_id"]), ("phone", "+44 20 7946 0123"));
        var changed = world.Do("patients_get", ("patientId", patient["patient_id"]));
        Has(changed, "phone", "+44 20 7946 0123");
        Same(patient, changed, "phone", "email");
    });

    [Fact]
    public void A_new_appointment_is_booked_and_has_no_note() => Holds(world =>
    {
        var appointment = Book(world, Active(world), "09:30");
        Has(appointment, "status", "booked");
        Has(appointment, "note", Value.Null);
        Some(world.List("patients_appointments", ("patientId", appointment["patient_id"])), With("appointment_id", appointment["appointment_id"]), "such appointment");
    });

    [Fact]
    public void A_practitioner_has_one_appointment_at_a_time() => Holds(world =>
    {
        Book(world, Active(world), "09:30");
        RefusesToBook(world, Active(world), "09:30");
        Book(world, Active(world), "10:30");
    });

    [Fact]
    public void The_time_of_a_cancelled_appointment_can_be_booked() => Holds(world =>
    {
        world.Do("appointments_cancel", ("appointmentId", Book(world, Active(world), "09:30")["appointment_id"]));
        Book(world, Active(world), "09:30");
    });

    [Fact]
    public void A_patient_who_has_left_gets_no_appointment() => Holds(world => RefusesToBook(world, Inactive(world), "09:30"));

    [Fact]
    public void An_appointment_needs_a_patient_and_a_practitioner_that_exist() => Holds(world =>
    {
        world.NotFound("appointments_book", ("patient_id", 987654321), ("practitioner_id", Practitioner(world)), ("date", "2031-05-05"), ("time", "09:30"));
        world.NotFound("appointments_book", ("patient_id", Active(world)["patient_id"]), ("practitioner_id", 987654321), ("date", "2031-05-05"), ("time", "09:30"));
    });

    [Fact]
    public void A_booked_appointment_moves_to_another_day_and_time() => Holds(world =>
    {
        var appointment = Book(world, Active(world), "09:30");
        world.Do("appointments_reschedule", ("appointmentId", appointment["appointment_id"]), ("date", "2031-06-02"), ("time", "14:00"));
        var moved = Appointment(world, appointment);
        Has(moved, "date", "2031-06-02");
        Has(moved, "time", "14:00");
        Same(appointment, moved, "date", "time");
    });

    [Fact]
    public void An_appointment_that_is_over_or_cancelled_does_not_move() => Holds(world =>
    {
        foreach (var status in new[] { "completed", "cancelled" })
        {
            var id = In(world, status)["appointment_id"];
            world.Refused("appointments_reschedule", ("appointmentId", id), ("date", "2031-06-02"), ("time", "14:00"));
        }
    });

    [Fact]
    public void Only_a_booked_appointment_is_cancelled() => Holds(world =>
    {
        var appointment = Book(world, Active(world), "09:30");
        Has(world.Do("appointments_cancel", ("appointmentId", appointment["appointment_id"])), "status", "cancelled");
        world.Refused("appointments_cancel", ("appointmentId", appointment["appointment_id"]));
        world.Refused("appointments_cancel", ("appointmentId", In(world, "completed")["appointment_id"]));
    });

    [Fact]
    public void Completing_an_appointment_keeps_the_note() => Holds(world =>
    {
        var appointment = Book(world, Active(world), "09:30");
        world.Do("appointments_complete", ("appointmentId", appointment["appointment_id"]), ("note", "Rest for a week."));
        Has(Appointment(world, appointment), "status", "completed");
        Has(Appointment(world, appointment), "note", "Rest for a week.");
        world.Refused("appointments_complete", ("appointmentId", appointment["appointment_id"]), ("note", "Rest for two weeks."));
    });

    [Fact]
    public void The_appointments_of_a_patient_are_in_the_order_of_their_dates() => Holds(world =>
    {
        var patient = Active(world);
        Book(world, patient, "09:30");
        Book(world, patient, "10:30");
        Ascending(world.List("patients_appointments", ("patientId", patient["patient_id"])), "date");
    });

    [Fact]
    public void A_prescription_has_no_repeats_if_none_are_given() => Holds(world =>
    {
        var prescription = Prescribe(world, Active(world));
        Has(prescription, "repeats", 0);
        Some(world.List("patients_prescriptions", ("patientId", prescription["patient_id"])), With("prescription_id", prescription["prescription_id"]),
            "such prescription");
    });

    [Fact]
    public void A_prescription_is_issued_today() => Holds(world =>
    {
        var today = Prescribe(world, Active(world))["issued_on"];
        Assert.All(Prescriptions(world), other => Assert.True(Compare(other["issued_on"], today) <= 0, other.ToJson()));
    });

    [Fact]
    public void A_patient_who_has_left_gets_no_prescription() => Holds(world => world.Refused("prescriptions_create",
        ("patient_id", Inactive(world)["patient_id"]), ("practitioner_id", Practitioner(world)), ("medicine", "Ibuprofen"), ("dosage", "1 tablet a day")));

    [Fact]
    public void A_refill_takes_one_repeat() => Holds(world =>
    {
        var prescription = Prescribe(world, Active(world), 3);
        Has(world.Do("prescriptions_refill", ("prescriptionId", prescription["prescription_id"])), "repeats", 2);
    });

    [Fact]
    public void A_prescription_without_repeats_is_not_refilled() => Holds(world =>
    {
        var prescription = Some(Prescriptions(world), With("repeats", 0), "prescription without repeats");
        world.Refused("prescriptions_refill", ("prescriptionId", prescription["prescription_id"]));
    });

    [Fact]
    public void A_revoked_prescription_is_gone() => Holds(world =>
    {
        var prescription = Prescribe(world, Active(world), 3);
        world.Do("prescriptions_revoke", ("prescriptionId", prescription["prescription_id"]));
        world.NotFound("prescriptions_refill", ("prescriptionId", prescription["prescription_id"]));
        world.NotFound("prescriptions_revoke", ("prescriptionId", prescription["prescription_id"]));
    });

    private static Value Register(SampleWorld world, string insurance) => world.Do("patients_register", ("given_name", "Ada"), ("family_name", "Finch"),
        ("birth_date", "1984-02-11"), ("insurance_number", insurance));

    private static Value Book(SampleWorld world, Value patient, string time) => world.Do("appointments_book", ("patient_id", patient["patient_id"]),
        ("practitioner_id", Practitioner(world)), ("date", "2031-05-05"), ("time", time));

    private static void RefusesToBook(SampleWorld world, Value patient, string time) => world.Refused("appointments_book",
        ("patient_id", patient["patient_id"]), ("practitioner_id", Practitioner(world)), ("date", "2031-05-05"), ("time", time));

    private static Value Prescribe(SampleWorld world, Value patient, int repeats = 0) => repeats == 0
        ? world.Do("prescriptions_create", ("patient_id", patient["patient_id"]), ("practitioner_id", Practitioner(world)), ("medicine", "Ibuprofen"),
            ("dosage", "1 tablet a day"))
        : world.Do("prescriptions_create", ("patient_id", patient["patient_id"]), ("practitioner_id", Practitioner(world)), ("medicine", "Ibuprofen"),
            ("dosage", "1 tablet a day"), ("repeats", repeats));

    private static Value Appointment(SampleWorld world, Value appointment) => world.Do("appointments_get", ("appointmentId", appointment["appointment_id"]));

    private static Value Practitioner(SampleWorld world) => world.List("practitioners_list")[0]["practitioner_id"];

    private static Value Active(SampleWorld world) => Some(Patients(world), With("active", true), "active patient");

    private static Value Inactive(SampleWorld world) => Some(Patients(world), With("active", false), "patient who has left");

    private static Value In(SampleWorld world, string status) =>
        Some(Patients(world).SelectMany(patient => world.List("patients_appointments", ("patientId", patient["patient_id"]))), With("status", status),
            status + " appointment");

    private static IEnumerable<Value> Prescriptions(SampleWorld world) =>
        Patients(world).SelectMany(patient => world.List("patients_prescriptions", ("patientId", patient["patient_id"])));

    private static IReadOnlyList<Value> Patients(SampleWorld world) => world.List("patients_search");
}
