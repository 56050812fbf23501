using System.Text;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Domains;

/// <summary>
/// Names domains. If one provider has most of a domain's tools and no other domain, the domain gets its name. If the provider has several domains,
/// the words that set this one apart follow its name. If no provider prevails, those words are the name. Slugs are unique: of equal names the largest
/// domain keeps the plain one.
/// </summary>
internal sealed class DomainNamer(IReadOnlyList<IReadOnlyList<ToolProfile>> domains)
{
    private const double Prevailing = 0.6;
    private const double Frequent = 0.3;
    private const int MaximumSlug = 60;

    /// <summary>Name and slug of every domain, in order.</summary>
    /// <param name="ids">Domain ids, for slugs that would be equal.</param>
    public IReadOnlyList<(string Name, string Slug)> Name(IReadOnlyList<string> ids)
    {
        var providers = domains.SelectMany(tools => tools).CountBy(tool => tool.Provider).ToDictionary(StringComparer.Ordinal);
        var words = domains.Select(WordShares).ToArray();
        var spread = words.SelectMany(shares => shares.Keys).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var names = domains.Select((tools, i) => NameOf(tools, providers, words[i], spread)).ToArray();
        var slugs = new string[names.Length];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in Enumerable.Range(0, names.Length).OrderByDescending(i => domains[i].Count).ThenBy(i => ids[i], StringComparer.Ordinal))
        {
            var plain = Slug(names[i]);
            slugs[i] = taken.Add(plain) ? plain : Suffixed(plain, ids[i], taken);
        }

        return [.. names.Zip(slugs)];
    }

    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        text = text.Length > MaximumSlug ? text[..MaximumSlug].TrimEnd('-') : text;
        return text.Length > 0 ? text : "domain";
    }

    private static string Suffixed(string plain, string id, HashSet<string> taken)
    {
        var hash = id[(id.LastIndexOf('_') + 1)..];
        for (var length = 4; ; length++)
        {
            var slug = $"{plain}-{hash[..Math.Min(length, hash.Length)]}";
            if (taken.Add(slug))
            {
                return slug;
            }
        }
    }

    private string NameOf(
        IReadOnlyList<ToolProfile> tools, Dictionary<string, int> providers, Dictionary<string, double> shares, Dictionary<string, int> spread)
    {
        var (provider, count) = tools.CountBy(tool => tool.Provider).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).First();
        var prevails = count >= Prevailing * tools.Count;
        var title = prevails ? ProviderTitle(provider) : "";
        if (prevails && title.Length > 0 && count >= 0.8 * providers[provider])
        {
            return title;
        }

        var known = Words.Singulars(title).ToHashSet(StringComparer.Ordinal);
        var distinctive = shares
            .Where(one => one.Value >= Frequent && one.Key.Length > 2 && !char.IsDigit(one.Key[0]) && !known.Contains(one.Key))
            .OrderByDescending(one => one.Value * Math.Pow(Math.Log(1 + (double)domains.Count / spread[one.Key]), 1.5))
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Take(title.Length > 0 ? 2 : 3).Select(one => one.Key).ToArray();
        var phrase = string.Join(' ', distinctive);
        return (title.Length, phrase.Length) switch
        {
            ( > 0, > 0) => $"{title}: {phrase}",
            ( > 0, _) => title,
            (_, > 0) => Capitalized(phrase),
            _ => Capitalized(string.Join(' ', tools[0].NameWords)),
        };
    }

    /// <summary>Returns, for each word of names and resources, the share of the domain's tools that contain it.</summary>
    private static Dictionary<string, double> WordShares(IReadOnlyList<ToolProfile> tools)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var tool in tools)
        {
            // The first word of a name is usually its verb.
            foreach (var word in tool.NameWords.Skip(tool.NameWords.Count > 1 ? 1 : 0).Concat(tool.Resources.SelectMany(resource => resource.Split('_')))
                .Distinct(StringComparer.Ordinal))
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shares, word, out _) += 1.0 / tools.Count;
            }
        }

        return shares;
    }

    /// <summary><c>api.book-shop.com</c> is Book Shop, and <c>io.github.owner/server</c> is Owner Server.</summary>
    internal static string ProviderTitle(string provider)
    {
        provider = ReverseDomain.Strip(provider);
        var host = provider.Split('/', ':')[0];
        var labels = host.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var kept = labels.Length > 1 ? labels[..^1].Where(label => label is not ("www" or "api")) : labels;
        var rest = provider[host.Length..];
        var words = kept.Append(rest).SelectMany(part => part.Split(['-', '_', ' ', '.', '/', ':', '@'], StringSplitOptions.RemoveEmptyEntries));
        return string.Join(' ', words.Select(Capitalized));
    }

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
