using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>Recognises conversions of money whose rates a table holds.</summary>
internal static class Exchange
{
    private static readonly HashSet<string> Sources = ["from", "base", "source"];
    private static readonly HashSet<string> Targets = ["to", "target", "quote"];
    private static readonly HashSet<string> Codes = ["currency", "code", "currency_code", "iso_code", "symbol", "id", "name"];

    private static readonly HashSet<string> OfCurrencies = [.. Sources, .. Targets, "currency", "code", "iso"];

    /// <summary>The conversion by the first table of rates; null where the tool converts no money, or no table holds a rate.</summary>
    public static Computation? Of(ToolReading reading, IReadOnlyList<TableModel> tables) =>
        Operands(reading) is { } operands
            && tables.Select(Rates).OfType<ExchangeRates>().FirstOrDefault() is { } rates
            && new Computation(Formula.Exchange, operands) { Rates = rates } is var found
            && ResultPlaces.Of(reading, found) is { } place ? found with { Place = place } : null;

    /// <summary>The amount, its currency and the currency that it gets; null where the tool converts no money.</summary>
    public static IReadOnlyList<ToolParameter>? Operands(ToolReading reading)
    {
        var inputs = reading.Parameters.Where(p => p.Role != ParameterRole.Boilerplate).ToList();
        var words = NameWords.Of(reading.Tool);
        if (!words.Any(w => w is "currency" or "currencies" or "exchange" or "money" or "forex")
            || !words.Any(w => w is "convert" or "conversion" or "converter" or "exchange" or "compute" or "calculate")
            || inputs.Exists(p => p.Container is not null || p.InPath)
            || inputs.FindAll(Computations.IsNumber) is not [var amount]
            || inputs.Find(p => Says(p, Sources)) is not { } source
            || inputs.Find(p => p != source && Says(p, Targets)) is not { } target
            || inputs.Exists(p => p.Required && p != amount && p != source && p != target))
        {
            return null;
        }

        return [amount, source, target];
    }

    private static bool Says(ToolParameter parameter, HashSet<string> words) =>
        parameter.Node.Kind == NodeKind.String && parameter.Words.Any(words.Contains) && parameter.Words.All(OfCurrencies.Contains);

    private static ExchangeRates? Rates(TableModel table)
    {
        if (table.Columns.FirstOrDefault(c => c.Numeric && Words.Split(c.Name)[^1] == "rate") is not { } rate)
        {
            return null;
        }

        var texts = table.Columns.Where(c => c.Textual).ToList();
        var (source, target) = (texts.Find(c => Words.Split(c.Name).Any(Sources.Contains)), texts.Find(c => Words.Split(c.Name).Any(Targets.Contains)));
        return source is not null && target is not null && source != target ? new ExchangeRates(table, source, target, rate)
            : texts.Find(c => Codes.Contains(Words.Snake(c.Name))) is { } code ? new ExchangeRates(table, code, null, rate)
            : null;
    }
}
