using System.Globalization;
using AgentScaler.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Sentences.Audit;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Survey;

/// <summary>Prints for write tools of drawn domains which sentences that state a behaviour are understood, and the share of these.</summary>
internal static class SentenceSurvey
{
    public static void Run(SurveyOptions survey, int tools, TextWriter output)
    {
        var (understood, all, read) = (0, 0, 0);
        foreach (var tool in Tools(survey).Take(tools))
        {
            read++;
            var sentences = SentenceAudit.Of(tool);
            understood += sentences.Count(s => s.Understood);
            all += sentences.Count;
            output.WriteLine($"{tool.Tool.Provider} {tool.Name}: {Line(tool.Tool.Description)}");
            foreach (var sentence in sentences)
            {
                output.WriteLine(sentence.Understood ? $"  + {sentence.Text} ({sentence.Record})" : $"  - {sentence.Text} ({sentence.Reason})");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{read} tools, {all} sentences that state a behaviour, {understood} understood ({(all == 0 ? 0 : (double)understood / all):P1})"));
    }

    /// <summary>The write tools of the sample, a few of each domain, in an order drawn by the seed.</summary>
    private static IEnumerable<ToolModel> Tools(SurveyOptions survey)
    {
        foreach (var (_, tools) in WorkspaceSample.Read(survey.Workspace, survey.Domains, survey.Seed))
        {
            var model = DomainInference.Infer(ToolReader.Read(tools), InferenceHints.None);
            foreach (var tool in model.Tools.Where(t => t.Writes)
                .OrderBy(t => ContentId.Of("pick", t.Tool.Id, survey.Seed.ToString(CultureInfo.InvariantCulture)), StringComparer.Ordinal).Take(3))
            {
                yield return tool;
            }
        }
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
