namespace AgentScaler.Materialization.Effects;

/// <summary>What the inference asks of a kind of effect while it makes tables and binds parameters.</summary>
/// <param name="OnTable">Whether it works on a table of its domain.</param>
/// <param name="Key">What a key among the parameters is used for.</param>
/// <param name="Writes">Whether it changes the state.</param>
/// <param name="Inserts">Whether it makes rows.</param>
/// <param name="Assigns">Whether arguments become values of columns; otherwise they choose rows.</param>
/// <param name="Shows">What the result shows of the table's rows.</param>
/// <param name="TakesColumns">Whether a parameter that fits no column makes one.</param>
internal sealed record EffectForm(bool OnTable, KeyRole Key, bool Writes, Insertion Inserts, bool Assigns, Showing Shows, bool TakesColumns);
