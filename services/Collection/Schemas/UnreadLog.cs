using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AgentScaler.Collection.Schemas;

/// <summary>
/// Counts the unread members of a document by the kind of their object and their name: <c>operation.callbacks</c>. So members that are not understood
/// are always reported.
/// </summary>
internal sealed class UnreadLog
{
    /// <summary>The most counted names, because names come from the document. Further ones are counted together.</summary>
    private const int MaximumNames = 256;
    private const int MaximumLength = 64;

    /// <summary>The name under which further names are counted.</summary>
    private const string Others = "(further names)";

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Counts the members of an object that its reader does not know.</summary>
    /// <param name="isCounted">Whether a member was counted elsewhere.</param>
    public void Note(string kind, JsonElement element, FrozenSet<string> read, Func<string, bool>? isCounted = null)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var known = read.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> name = stackalloc char[MaximumLength];
        foreach (var member in element.EnumerateObject())
        {
            var bytes = JsonMarshal.GetRawUtf8PropertyName(member);
            if (bytes.Length > MaximumLength || !Encoding.UTF8.TryGetChars(bytes, name, out var length) || !known.Contains(name[..length]))
            {
                if (isCounted?.Invoke(member.Name) != true)
                {
                    Add(kind, member.Name);
                }
            }
        }
    }

    public void Add(string kind, string name, int count = 1) =>
        AddKey(name.Length > MaximumLength ? $"{kind}.{Others}" : $"{kind}.{name}", count);

    public void Add(UnreadLog other)
    {
        foreach (var (key, count) in other._counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            AddKey(key, count);
        }
    }

    private void AddKey(string key, int count)
    {
        if (!_counts.ContainsKey(key) && _counts.Count >= MaximumNames)
        {
            key = Others;
        }

        _counts[key] = _counts.GetValueOrDefault(key) + count;
    }
}
