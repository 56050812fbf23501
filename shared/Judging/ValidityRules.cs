namespace AgentScaler.Judging;

/// <summary>The rules of stage 1 in the order of their checks. <c>verify.py</c> has the same rules.</summary>
public static class ValidityRules
{
    /// <summary>The longest cycle of calls that counts as a loop.</summary>
    internal const int LoopPeriod = 4;

    /// <summary>The number of words in one repeated n-gram.</summary>
    internal const int NGram = 8;

    public static ValidityRule TurnOrder { get; } = new(
        "turn_order", 0, "A chat template cannot render turns out of order: system first, then user and assistant in turn.");

    public static ValidityRule CallPairing { get; } = new(
        "call_pairing", 0, "Every tool call has exactly one result, right after it: a model must not learn to go on without.");

    public static ValidityRule MalformedArguments { get; } = new(
        "malformed_arguments", 0, "Arguments that are no JSON object cannot be rendered, and would be trained as they are.");

    public static ValidityRule MalformedCall { get; } = new(
        "malformed_call", 0, "A call that was left in the text, in any family's markup, was never made; it would be trained as something to say.");

    public static ValidityRule RefusedCalls { get; } = new(
        "refused_calls", 10, "A few refused calls that are then corrected teach recovery; more than ten are guessing.");

    public static ValidityRule ContradictedResult { get; } = new(
        "contradicted_result", 0, "A tool message that replay contradicts was never given by this environment.");

    public static ValidityRule RepeatedCalls { get; } = new(
        "repeated_calls", 3, "The same one to four calls with the same results, more than three times over, are a loop.");

    public static ValidityRule RepeatedMessages { get; } = new(
        "repeated_text", 3, "The same message more than three times in a row is a loop.");

    public static ValidityRule RepeatedNGrams { get; } = new(
        "repeated_text", 4, "Eight words that occur more than four times in one message are degenerate text.");

    public static ValidityRule UnansweredUser { get; } = new(
        "unanswered_user", 0, "A conversation that stops after the user's words ended before the agent could act: whoever played the user stopped too early.");

    public static ValidityRule TruncatedEnding { get; } = new(
        "truncated_ending", 0, "A conversation that stops at a tool call or a result was cut off.");

    public static ValidityRule EmptyEnding { get; } = new(
        "empty_ending", 0, "A last message without words answers nobody.");

    public static ValidityRule SimulationLeak { get; } = new(
        "simulation_leak", 0, "Words of the simulation or of a chat template's markup have no place in what people say.");

    public static IReadOnlyList<ValidityRule> All { get; } =
    [
        TurnOrder, CallPairing, MalformedArguments, MalformedCall, RefusedCalls, ContradictedResult, RepeatedCalls, RepeatedMessages,
        RepeatedNGrams, UnansweredUser, TruncatedEnding, EmptyEnding, SimulationLeak,
    ];
}
