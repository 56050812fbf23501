using System.Globalization;
using AgentScaler.Collection.Schemas;

namespace AgentScaler.Collection.Importing;

/// <summary>What is known of a document while and after it is read.</summary>
internal sealed class ImportedDocument(string uri)
{
    private string? _first;
    private int _errors;

    public string Uri { get; } = uri;

    public string? Format { get; set; }

    public RepairLog Repairs { get; } = new();

    public UnreadLog Unread { get; } = new();

    /// <summary>What the document looks like where no importer knows it; null where one does, or where that is a failure.</summary>
    public string? LooksLike { get; private set; }

    /// <summary>Values of the document that no importer knows.</summary>
    public int UnknownValues { get; private set; }

    public string? Error => _errors > 1 ? $"{_first} (and {(_errors - 1).ToString(CultureInfo.InvariantCulture)} more)" : _first;

    /// <summary>Notes what one value of the document looks like; the first in ordinal order stands for all.</summary>
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
