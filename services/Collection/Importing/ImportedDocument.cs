using System.Globalization;
using AgentScaler.Collection.Schemas;

namespace AgentScaler.Collection.Importing;

/// <summary>The figures of a document during and after reading.</summary>
internal sealed class ImportedDocument(string uri)
{
    private string? _first;
    private int _errors;

    public string Uri { get; } = uri;

    public string? Format { get; set; }

    public RepairLog Repairs { get; } = new();

    public UnreadLog Unread { get; } = new();

    /// <summary>A guess at the content of a document that no importer recognises; null if one does, or if that is a failure.</summary>
    public string? LooksLike { get; private set; }

    /// <summary>The number of values of the document that no importer recognises.</summary>
    public int UnknownValues { get; private set; }

    public string? Error => _errors > 1 ? $"{_first} (and {(_errors - 1).ToString(CultureInfo.InvariantCulture)} more)" : _first;

    /// <summary>Records a guess at one value of the document. The first guess in ordinal order is reported for all.</summary>
    public void AddUnknown(string looksLike)
    {
        LooksLike = LooksLike is null || string.CompareOrdinal(looksLike, LooksLike) < 0 ? looksLike : LooksLike;
        UnknownValues++;
    }

    public void AddError(string error)
    {
        _first = _first is null || string.CompareOrdinal(error, _first) < 0 ? error : _first;
        _errors++;
    }
}
