using System.Globalization;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Schemas;

namespace AgentScaler.Collection.Importing;

/// <summary>The figures of a document during and after reading.</summary>
internal sealed class ImportedDocument(string uri)
{
    // A line of a file may have as many as a document.
    private const int MaximumBroken = 200;

    private readonly SortedSet<BrokenReference> _broken = new(BrokenReference.ByPlace);
    private string? _unknown;
    private string? _exchange;
    private string? _first;
    private int _errors;

    public string Uri { get; } = uri;

    public string? Format { get; set; }

    public RepairLog Repairs { get; } = new();

    public UnreadLog Unread { get; } = new();

    /// <summary>A guess at the content of a document that no importer recognises; null if one does, or if that is a failure.</summary>
    public string? LooksLike => _unknown ?? _exchange;

    /// <summary>References that lead nowhere, in the order of their places.</summary>
    public IEnumerable<BrokenReference> Broken => _broken;

    /// <summary>
    /// The number of values of the document that no importer recognises, without the messages around the answers of a captured session.
    /// </summary>
    public int UnknownValues { get; private set; }

    public string? Error => _errors > 1 ? $"{_first} (and {(_errors - 1).ToString(CultureInfo.InvariantCulture)} more)" : _first;

    /// <summary>Records a guess at one value of the document. The first guess in ordinal order is reported for all.</summary>
    /// <param name="isExchange">Whether the value belongs to a captured session, in which only the answers have tools.</param>
    public void AddUnknown(string looksLike, bool isExchange)
    {
        if (isExchange)
        {
            _exchange = looksLike;
            return;
        }

        _unknown = _unknown is null || string.CompareOrdinal(looksLike, _unknown) < 0 ? looksLike : _unknown;
        UnknownValues++;
    }

    public void AddBroken(IEnumerable<BrokenReference> broken)
    {
        foreach (var place in broken)
        {
            _broken.Add(place);
            if (_broken.Count > MaximumBroken)
            {
                _broken.Remove(_broken.Max!);
            }
        }
    }

    public void AddError(string error)
    {
        _first = _first is null || string.CompareOrdinal(error, _first) < 0 ? error : _first;
        _errors++;
    }
}
