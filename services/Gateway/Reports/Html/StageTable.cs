using System.Text.Json.Nodes;
using AgentScaler.Pipeline;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Shows one row per stage with its main figures and its seconds.</summary>
internal static class StageTable
{
    public static string Html(JsonObject report)
    {
        var rows = string.Concat(PipelineStages.All.Select(stage => Row(report, stage)));
        return $"""<section><h2>Stages</h2><table><tr><th>stage</th><th>result</th><th class="n">seconds</th></tr>{rows}</table></section>""";
    }

    /// <summary>Returns the row of a stage that has figures in the report, or that has ended without figures. Empty for other stages.</summary>
    private static string Row(JsonObject report, StageDefinition stage)
    {
        var section = report[stage.Section] as JsonObject;
        var seconds = report["seconds"]?[stage.Name];
        var names = stage.Figures.Where(figure => figure.InPage).Select(figure => figure.Name).ToList();
        if (names.Count > 0 ? section is null : seconds is null)
        {
            return "";
        }

        var figures = names.Where(name => section![name] is not null).Select(name => $"{name.Replace('_', ' ')} <b>{HtmlText.Number(section![name])}</b>");
        return $"""<tr><td>{stage.Name}</td><td>{string.Join(" · ", figures)}</td><td class="n">{HtmlText.Number(seconds)}</td></tr>""";
    }
}
