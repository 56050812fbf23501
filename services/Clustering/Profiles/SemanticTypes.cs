namespace AgentScaler.Clustering.Profiles;

/// <summary>Derives the semantic type of a field from its name, type and format.</summary>
public static class SemanticTypes
{
    /// <param name="name">Normalized name: words joined by underscores.</param>
    public static SemanticType Of(string name, string type, string? format)
    {
        var last = name[(name.LastIndexOf('_') + 1)..];
        return (format, type) switch
        {
            ("uuid" or "guid", _) => SemanticType.Identifier,
            ("email", _) => SemanticType.Email,
            ("uri" or "url" or "uri-reference", _) => SemanticType.Url,
            ("date-time", _) => SemanticType.Instant,
            ("date", _) => SemanticType.Date,
            (_, "boolean") => SemanticType.Flag,
            _ => OfLastWord(last, type),
        };
    }

    private static SemanticType OfLastWord(string last, string type) => last switch
    {
        "id" or "uuid" or "guid" or "identifier" or "arn" or "sid" or "uid" or "key" or "handle" or "slug" => SemanticType.Identifier,
        "email" => SemanticType.Email,
        "phone" or "msisdn" => SemanticType.Phone,
        "url" or "uri" or "href" or "link" => SemanticType.Url,
        "timestamp" or "datetime" or "at" => SemanticType.Instant,
        "date" or "day" or "birthday" => SemanticType.Date,
        "price" or "amount" or "cost" or "fee" or "balance" or "total" => SemanticType.Money,
        "code" or "isbn" or "sku" or "iban" or "number" => SemanticType.Code,
        "count" or "quantity" or "size" or "length" => SemanticType.Quantity,
        _ => type == "string" ? SemanticType.Text : SemanticType.None,
    };
}
