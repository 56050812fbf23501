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

    public string? Error => _errors > 1 ? $"{_first} (and {(_errors - 1).ToString(CultureInfo.InvariantCulture)} more)" : _first;

    public void AddError(string error)
    {
        _first = _first is null || string.CompareOrdinal(error, _first) < 0 ? error : _first;
        _errors++;
    }
}
