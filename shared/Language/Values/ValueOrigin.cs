namespace AgentScaler.Language.Values;

/// <summary>The origins of texts in generated rows.</summary>
public enum ValueOrigin
{
    /// <summary>The tools' own documents: an example, a default, a choice or a form that they state.</summary>
    Document,

    /// <summary>A list or a form of values of the column's kind.</summary>
    Lexicon,

    /// <summary>The words of the thing that it names or describes.</summary>
    Derived,

    /// <summary>The column's own words and a number, because nothing tells the kind of its values.</summary>
    Invented,
}
