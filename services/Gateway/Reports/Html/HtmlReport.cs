using System.Reflection;
using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Writes <c>report.html</c> as one file without external resources.</summary>
internal sealed class HtmlReport(IDocumentStore store, IArtifactStore artifacts)
{
    public async Task WriteAsync(RunDocument run, JsonObject report, TextWriter page, CancellationToken cancellationToken)
    {
        await page.WriteLineAsync($"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>AgentScaler report</title><style>{Style()}</style></head><body><main>
            <header><h1>AgentScaler report</h1><p>Seed {run.Seed} · {HtmlText.Escape(string.Join(", ", run.Sources.Select(Path.GetFileName)))}</p></header>
            """);
        await page.WriteLineAsync(Cards(report));
        await page.WriteLineAsync(Failure(run));
        await page.WriteLineAsync(StageTable.Html(report));
        await page.WriteLineAsync(ProblemTable.Html(report));
        await GraphAsync(run, report, page, cancellationToken);
        await page.WriteLineAsync(TaskPictures.Html(report));
        await TrainingAsync(run, report, page, cancellationToken);
        await page.WriteLineAsync(EvaluationPictures.Html(report));
        if (report.ContainsKey("rollouts"))
        {
            await page.WriteLineAsync(
                $"""<section><h2>Conversations</h2><p class="note">{Conversations.Count} drawn at random with the run's seed. Open one to read it.</p>""");
            await Conversations.WriteAsync(store, run, page, cancellationToken);
            await page.WriteLineAsync("</section>");
        }

        await page.WriteLineAsync("<footer>Every figure stands in report.json; every object in the workspace's files.</footer></main></body></html>");
    }

    private static string Failure(RunDocument run) => run is { Status: RunStatus.Failed, Reason: { } reason }
        ? $"""<section><h2>The run failed</h2><p>{HtmlText.Escape(reason)}</p></section>"""
        : "";

    private static string Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Cards(JsonObject report)
    {
        (string Label, JsonNode? Value)[] cards =
        [
            ("tools", report["collection"]?["tools"]),
            ("domains", report["graph"]?["domains"]),
            ("environments", report["materialization"]?["materialized"]),
            ("of stated behaviour understood", report["materialization"]?["sentences"]?["share"]),
            ("tasks", report["tasks"]?["tasks"]),
            ("episodes", report["rollouts"]?["attempts"]),
            ("accepted", report["funnel"]?["accepted"]),
        ];
        var html = cards.Where(card => card.Value is not null)
            .Select(card => $"""<div class="card"><b>{HtmlText.Number(card.Value)}</b><span>{card.Label}</span></div>""");
        return $"""<div class="cards">{string.Concat(html)}</div>""";
    }

    private async Task GraphAsync(RunDocument run, JsonObject report, TextWriter page, CancellationToken cancellationToken)
    {
        if (report["graph"] is not JsonObject graph || await store.GetAsync(Collections.Graphs, run.Id, "graph", cancellationToken) is not { } document)
        {
            return;
        }

        var picture = await artifacts.ReadTextAsync(document.Read<StoredPicture>().Picture.Sha256, cancellationToken);
        await page.WriteLineAsync($"""
            <section><h2>Domains</h2><p class="note">{HtmlText.Number(graph["nodes"])} tools, {HtmlText.Number(graph["edges"])} edges above similarity {HtmlText.Number(graph["threshold"])},
            {HtmlText.Number(graph["domains"])} domains by {HtmlText.Escape(graph["algorithm"]?.ToString())}, modularity {HtmlText.Number(graph["modularity"])}.</p><div class="picture">
            """);
        await page.WriteLineAsync(picture);
        await page.WriteLineAsync("</div></section>");
    }

    private async Task TrainingAsync(RunDocument run, JsonObject report, TextWriter page, CancellationToken cancellationToken)
    {
        if (!report.ContainsKey("training"))
        {
            return;
        }

        await page.WriteLineAsync("""<section><h2>Training</h2><p class="note">Loss over the trained tokens by optimizer step.</p><div class="pair">""");
        await foreach (var checkpoint in store.AllAsync<CheckpointDocument>(Collections.Checkpoints, run.Id, cancellationToken))
        {
            var training = checkpoint.Losses.Where(point => !point.Validation).Select(point => ((double)point.Step, point.Loss)).ToList();
            if (training.Count == 0)
            {
                continue;
            }

            var lines = new List<(string, IReadOnlyList<(double, double)>)> { ("training", training) };
            var validation = checkpoint.Losses.Where(point => point.Validation).Select(point => ((double)point.Step, point.Loss)).ToList();
            if (validation.Count > 0)
            {
                lines.Add(("validation", validation));
            }

            await page.WriteLineAsync($"<div><h3>{HtmlText.Escape(checkpoint.Name)}</h3>{LineChart.Svg(lines, "step")}</div>");
        }

        await page.WriteLineAsync("</div></section>");
    }

    /// <summary>The part of the document of <c>graphs</c> that is read here.</summary>
    private sealed record StoredPicture(ArtifactReference Picture);
}
