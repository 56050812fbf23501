namespace AgentScaler.Environments.Tests.States;

public sealed class PythonStateVectorTests
{
    private const string Program =
        """
        import sys

        vectors = json.load(open(sys.argv[1], encoding="utf-8"))
        schema, initial = vectors["schema"], normalize(vectors["initial"])
        checked = 0


        def check(what, found, expected):
            global checked
            checked += 1
            if found != expected:
                print(what, "found", found, "expected", expected)


        def refused(text):
            try:
                parse_json(text)
                return False
            except InvalidValue:
                return True


        for case in vectors["canonical"]:
            check(case["json"], canonical(parse_json(case["json"])), case["canonical"])
        for text in vectors["refused"]:
            check(text[:40] + " refused", refused(text), True)
        for text in vectors["accepted"]:
            check(text[:40] + " refused", refused(text), False)
        for case in vectors["hashes"]:
            check(case["name"], state_hash(normalize(case["state"])), case["hash"])
        for case in vectors["alignment"]:
            final, golden = normalize(case["final"]), normalize(case["golden"])
            check(case["name"], states_aligned(schema, initial, final, golden), case["aligned"])
            check(case["name"], states_aligned(schema, initial, golden, final), case["aligned"])
        for case in vectors["diffs"]:
            diff = state_diff(schema, normalize(case["before"]), normalize(case["after"]))
            check(case["name"], canonical(diff), canonical(normalize(case["diff"])))
        for case in vectors["dumps"]:
            check(case["name"], canonical(read_dump(normalize(case["dump"]))), canonical(normalize(case["state"])))
        print(checked, "checked")
        """;

    [Fact]
    public void The_Python_runtime_answers_every_case_of_the_vectors_as_the_library_does()
    {
        var document = StateVectors.Document;
        var expected = new[] { "canonical", "refused", "accepted", "hashes", "diffs", "dumps" }
            .Sum(section => document.GetProperty(section).GetArrayLength()) + (2 * document.GetProperty("alignment").GetArrayLength());

        Assert.Equal($"{expected} checked\n", PythonRuntime.Run(Program, StateVectors.File));
    }
}
