using System.Globalization;
using System.Text.Json;
using AgentScaler.Environments.Sessions;
using AgentScaler.LanguageModels;
using AgentScaler.Tasks.Checks;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks.Rewriting;

/// <summary>
/// Lets a language model reword an intent. Its words are used only if every part still tells its values and nothing else that looks like one, and if
/// the task passes every check. Otherwise the grammar's words stay.
/// </summary>
public sealed class IntentRewriter(ChatClient client, ICompletionLedger ledger)
{
    private const int Tries = 2;

    /// <summary>Returns the same task in other words, or the task itself if no answer is acceptable.</summary>
    /// <param name="taken">Whether another task already has an intent.</param>
    /// <exception cref="ModelEndpointException">The endpoint refuses the request, or does not answer after all attempts.</exception>
    /// <exception cref="BudgetExceededException">The endpoint's budget is spent.</exception>
    public async Task<TaskSpecification> RewriteAsync(CompiledEnvironment environment, TaskSpecification task, Func<string, bool> taken,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(taken);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var sample = string.Create(CultureInfo.InvariantCulture, $"{task.Id}/{attempt}");
            var completion = await client.CompleteAsync(Request(task), null, Seed(sample), sample, ledger, cancellationToken);
            if (Accepted(environment, task, completion.Message.Content ?? "") is { } rewritten && !taken(rewritten.Intent))
            {
                return rewritten;
            }
        }

        return task;
    }

    /// <summary>Returns the task in the words of an answer, or null if the answer loses, adds or leaks a value.</summary>
    public static TaskSpecification? Accepted(CompiledEnvironment environment, TaskSpecification task, string answer)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Texts(answer) is not { } texts || texts.Count != task.Parts.Count)
        {
            return null;
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (!RewrittenText.Keeps(task.Parts[i], texts[i], task.User.KnownValues))
            {
                return null;
            }
        }

        var parts = task.Parts.Zip(texts, (part, text) => part with { Text = text }).ToList();
        var rewritten = TaskAssembler.WithId(task with { Parts = parts, Intent = string.Join(' ', texts) });
        return RewrittenText.AddsNothing(task.Intent, rewritten.Intent) && new TaskVerifier(environment).Fault(rewritten) is null ? rewritten : null;
    }

    private static List<ChatMessage> Request(TaskSpecification task) =>
    [
        ChatMessage.System("""
            You rewrite what a person says to an assistant, so that it sounds like that person. You are given a JSON array of texts, each one wish, in order.
            Answer with a JSON array of as many texts and nothing else.
            - Keep every name, number, day, time, code and quoted text exactly as it is written, in the same text of the array.
            - Add no name, number or fact. Leave nothing out.
            - Name no tools, functions or parameters.
            - Vary the sentences; do not sound like a form.
            """.ReplaceLineEndings("\n")),
        ChatMessage.User($"The person: {task.User.Profile}\n\n{JsonSerializer.Serialize(task.Parts.Select(p => p.Text), Tools.ContractJson.Options)}"),
    ];

    /// <summary>Reads the texts of an answer. A code fence around the array is accepted.</summary>
    private static List<string>? Texts(string answer)
    {
        var (start, end) = (answer.IndexOf('[', StringComparison.Ordinal), answer.LastIndexOf(']'));
        try
        {
            return start < 0 || end < start
                ? null
                : JsonSerializer.Deserialize<List<string>>(answer[start..(end + 1)]) is { } texts && texts.All(t => !string.IsNullOrWhiteSpace(t))
                ? [.. texts.Select(t => t.Trim())]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long Seed(string sample) => (long)(SeededRandom.Of(0, "rewrite", sample).NextBits() >> 33);
}
