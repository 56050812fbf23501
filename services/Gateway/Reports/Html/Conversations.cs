using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Shows conversations to read, drawn with the run's seed.</summary>
internal static class Conversations
{
    public const int Count = 50;

    public static async Task WriteAsync(IDocumentStore store, RunDocument run, TextWriter page, CancellationToken cancellationToken)
    {
        var ids = await store.IdsAsync(Collections.Trajectories, run.Id, cancellationToken);
        foreach (var id in ids.OrderBy(id => Draw(run.Seed, id), StringComparer.Ordinal).Take(Count))
        {
            var trajectory = await store.LoadAsync<Trajectory>(Collections.Trajectories, run.Id, id, cancellationToken);
            var task = await store.FindAsync<TaskSpecification>(Collections.Tasks, run.Id, trajectory.Task, cancellationToken);
            var verdict = await store.FindAsync<Verdict>(Collections.Verdicts, run.Id, id, cancellationToken);
            await page.WriteLineAsync($"""
                <details><summary><span class="tag">{HtmlText.Escape(trajectory.Domain)}</span><span class="what">{HtmlText.Escape(task?.Intent ?? trajectory.Task)}</span>{Tags(trajectory, verdict)}</summary><div class="talk">
                """);
            foreach (var message in trajectory.Messages)
            {
                await page.WriteLineAsync(Html(message));
            }

            await page.WriteLineAsync("</div></details>");
        }
    }

    private static string Draw(long seed, string id) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}/{id}")));

    private static string Tags(Trajectory trajectory, Verdict? verdict)
    {
        var calls = trajectory.Messages.Sum(message => message.ToolCalls?.Count ?? 0);
        var judged = verdict is null
            ? ""
            : verdict.Accepted ? """<span class="tag good">accepted</span>""" : $"""<span class="tag bad">{HtmlText.Escape(verdict.Reason)}</span>""";
        return $"""<span class="tag">{calls} calls</span>{judged}""";
    }

    private static string Html(ChatMessage message)
    {
        var html = new StringBuilder();
        if (!string.IsNullOrEmpty(message.Content))
        {
            var error = message.Role == "tool" && message.Content.StartsWith("{\"error\":", StringComparison.Ordinal) ? " err" : "";
            html.Append($"""<div class="m {message.Role}{error}"><small>{message.Role}</small>{HtmlText.Escape(Readable(message))}</div>""");
        }

        foreach (var call in message.ToolCalls ?? [])
        {
            html.Append($"""<div class="m call"><small>calls</small>{HtmlText.Escape(call.Function.Name)}({HtmlText.Escape(call.Function.Arguments)})</div>""");
        }

        return html.ToString();
    }

    private static string Readable(ChatMessage message)
    {
        if (message.Role != "tool")
        {
            return message.Content!;
        }

        try
        {
            using var json = JsonDocument.Parse(message.Content!);
            return JsonSerializer.Serialize(json.RootElement, ContractJson.Indented);
        }
        catch (JsonException)
        {
            return message.Content!;
        }
    }
}
