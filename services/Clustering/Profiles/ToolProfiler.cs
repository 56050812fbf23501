using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Profiles;

/// <summary>Reads a tool's profile from its specification.</summary>
public static class ToolProfiler
{
    private const int ParameterDepth = 3;
    private const int OutputDepth = 5;
    private const int MaximumFields = 160;
    private const int DescriptionLength = 160;

    public static ToolProfile Profile(ToolSpecification tool)
    {
        var pool = new StringPool();
        return Profile(tool, pool);
    }

    /// <param name="pool">A pool that many tools share, because names repeat by the hundred thousand.</param>
    public static ToolProfile Profile(ToolSpecification tool, StringPool pool)
    {
        var nameWords = Words.Singulars(tool.Name);
        return new ToolProfile(
            tool.Id, tool.Name, pool.Intern(tool.Provider), pool.Intern($"{tool.Provider}\n{tool.Source.Uri}"), Cut(tool.Description),
            tool.Effect, tool.Http,
            [.. ResourcesOf(tool.Http?.Path).Select(pool.Intern)],
            [.. nameWords.Select(pool.Intern)],
            Pooled(SchemaFields.Of(tool.Parameters, ParameterDepth, MaximumFields), pool),
            Pooled(SchemaFields.Of(tool.Returns, OutputDepth, MaximumFields), pool))
        {
            BenchmarkMatches = tool.BenchmarkMatches,
        };
    }

    /// <summary>Returns the static segments of a path that are not versions, as normal names.</summary>
    public static IEnumerable<string> ResourcesOf(string? path)
    {
        foreach (var segment in (path ?? "").Split('?')[0].Split('/'))
        {
            // Google's custom verbs follow a colon: /v1/{name}:cancel.
            var text = segment.Contains('{', StringComparison.Ordinal) ? "" : segment.Split(':')[0];
            var name = Words.Normal(WithoutExtension(text));
            if (name.Length > 1 && !IsVersion(name))
            {
                yield return name;
            }
        }
    }

    /// <summary><c>orders.json</c> is about orders.</summary>
    private static string WithoutExtension(string segment)
    {
        var dot = segment.LastIndexOf('.');
        return dot > 0 && segment[(dot + 1)..] is ("json" or "xml" or "php" or "csv" or "yaml" or "html" or "aspx") ? segment[..dot] : segment;
    }

    private static bool IsVersion(string name) =>
        char.IsDigit(name[^1]) && name.TrimStart('v').All(c => char.IsDigit(c) || c is '_') || name is "api" or "rest";

    private static FieldProfile[] Pooled(IReadOnlyList<FieldProfile> fields, StringPool pool)
    {
        var pooled = new FieldProfile[fields.Count];
        for (var i = 0; i < pooled.Length; i++)
        {
            var field = fields[i];
            pooled[i] = field with
            {
                Path = pool.Intern(field.Path),
                Name = pool.Intern(field.Name),
                Owner = field.Owner is null ? null : pool.Intern(field.Owner),
                Type = pool.Intern(field.Type),
                Format = field.Format is null ? null : pool.Intern(field.Format),
                Description = field.Description is null ? null : pool.Intern(Cut(field.Description)),
            };
        }

        return pooled;
    }

    private static string Cut(string text) => text.Length <= DescriptionLength ? text : text[..DescriptionLength];
}
