using System.Text.Json;

namespace AgentScaler.Collection.Survey;

/// <summary>
/// Compares the operations seen in each document with a manifest
/// <c>{"files":[{"file","operations","members":[{"member","operations"|"function_docs"}]}]}</c>.
/// </summary>
internal static class ManifestComparison
{
    /// <returns>0 where every document agrees, else 1.</returns>
    public static int Print(string manifest, CollectionSummary summary, TextWriter output)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(manifest));
        var seen = summary.DocumentReports.ToDictionary(report => report.Uri, StringComparer.Ordinal);
        var compared = 0;
        var differing = 0;
        foreach (var file in document.RootElement.GetProperty("files").EnumerateArray())
        {
            var name = file.GetProperty("file").GetString()!;
            if (file.TryGetProperty("members", out var members) && members.GetArrayLength() > 0)
            {
                foreach (var member in members.EnumerateArray())
                {
                    Compare($"{name}!{member.GetProperty("member").GetString()}", Operations(member));
                }
            }
            else
            {
                Compare(name, Operations(file));
            }
        }

        output.WriteLine($"{compared} documents compared with the manifest, {differing} differ");
        return differing == 0 ? 0 : 1;

        void Compare(string uri, int expected)
        {
            if (seen.TryGetValue(uri, out var report))
            {
                compared++;
                if (report.Operations != expected)
                {
                    differing++;
                    output.WriteLine(
                        $"differs: {uri}: {expected} in the manifest, {report.Operations} seen{(report.Error is null ? "" : " (" + report.Error + ")")}");
                }
            }
        }
    }

    private static int Operations(JsonElement entry) =>
        entry.TryGetProperty("operations", out var operations) ? operations.GetInt32() : entry.GetProperty("function_docs").GetInt32();
}
