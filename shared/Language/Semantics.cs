namespace AgentScaler.Language;

/// <summary>Recognises the meaning of a value from its name, format and kind.</summary>
public static class Semantics
{
    private static readonly Dictionary<string, string> ByLastWord = new(StringComparer.Ordinal)
    {
        ["email"] = "email",
        ["mail"] = "email",
        ["phone"] = "phone",
        ["telephone"] = "phone",
        ["mobile"] = "phone",
        ["fax"] = "phone",
        ["city"] = "city",
        ["town"] = "city",
        ["origin"] = "city",
        ["destination"] = "city",
        ["hometown"] = "city",
        ["birthplace"] = "city",
        ["country"] = "country",
        ["street"] = "street",
        ["address"] = "address",
        ["zip"] = "postal_code",
        ["zipcode"] = "postal_code",
        ["postcode"] = "postal_code",
        ["region"] = "region",
        ["province"] = "region",
        ["url"] = "url",
        ["uri"] = "url",
        ["link"] = "url",
        ["href"] = "url",
        ["website"] = "url",
        ["webhook"] = "url",
        ["homepage"] = "url",
        ["avatar"] = "url",
        ["image"] = "url",
        ["thumbnail"] = "url",
        ["domain"] = "domain",
        ["hostname"] = "domain",
        ["host"] = "domain",
        ["ip"] = "ip_address",
        ["username"] = "username",
        ["login"] = "username",
        ["handle"] = "username",
        ["company"] = "company",
        ["organization"] = "company",
        ["organisation"] = "company",
        ["employer"] = "company",
        ["vendor"] = "company",
        ["manufacturer"] = "company",
        ["currency"] = "currency",
        ["price"] = "money",
        ["amount"] = "money",
        ["cost"] = "money",
        ["fee"] = "money",
        ["balance"] = "money",
        ["salary"] = "money",
        ["budget"] = "money",
        ["subtotal"] = "money",
        ["revenue"] = "money",
        ["tax"] = "money",
        ["latitude"] = "latitude",
        ["lat"] = "latitude",
        ["longitude"] = "longitude",
        ["lng"] = "longitude",
        ["lon"] = "longitude",
        ["long"] = "longitude",
        ["timezone"] = "timezone",
        ["tz"] = "timezone",
        ["language"] = "language",
        ["locale"] = "language",
        ["lang"] = "language",
        ["color"] = "color",
        ["colour"] = "color",
        ["title"] = "title",
        ["subject"] = "title",
        ["headline"] = "title",
        ["heading"] = "title",
        ["description"] = "text",
        ["summary"] = "text",
        ["body"] = "text",
        ["content"] = "text",
        ["text"] = "text",
        ["message"] = "text",
        ["comment"] = "text",
        ["remark"] = "text",
        ["remarks"] = "text",
        ["resolution"] = "text",
        ["feedback"] = "text",
        ["memo"] = "text",
        ["notes"] = "text",
        ["note"] = "text",
        ["bio"] = "text",
        ["details"] = "text",
        ["reason"] = "text",
        ["instructions"] = "text",
        ["status"] = "status",
        ["state"] = "status",
        ["phase"] = "status",
        ["priority"] = "priority",
        ["severity"] = "priority",
        ["category"] = "category",
        ["tag"] = "tag",
        ["tags"] = "tag",
        ["label"] = "tag",
        ["keyword"] = "tag",
        ["genre"] = "category",
        ["rating"] = "rating",
        ["score"] = "score",
        ["percent"] = "percentage",
        ["percentage"] = "percentage",
        ["rate"] = "rate",
        ["quantity"] = "quantity",
        ["qty"] = "quantity",
        ["count"] = "count",
        ["stock"] = "quantity",
        ["age"] = "age",
        ["year"] = "year",
        ["month"] = "month",
        ["day"] = "day",
        ["hour"] = "hour",
        ["minutes"] = "minutes",
        ["duration"] = "minutes",
        ["weight"] = "weight",
        ["height"] = "height",
        ["width"] = "length",
        ["length"] = "length",
        ["distance"] = "distance",
        ["temperature"] = "temperature",
        ["humidity"] = "percentage",
        ["speed"] = "speed",
        ["version"] = "version",
        ["token"] = "token",
        ["hash"] = "token",
        ["sha"] = "token",
        ["etag"] = "token",
        ["checksum"] = "token",
        ["filename"] = "file_name",
        ["path"] = "path",
        ["arn"] = "arn",
        ["gender"] = "gender",
        ["sku"] = "code",
        ["code"] = "code",
        ["barcode"] = "code",
        ["isbn"] = "code",
        ["uuid"] = "uuid",
        ["guid"] = "uuid",
        ["firstname"] = "first_name",
        ["lastname"] = "last_name",
        ["surname"] = "last_name",
        ["fullname"] = "person_name",
        ["time"] = "time",
        ["size"] = "count",
        ["total"] = "count",
        ["symbol"] = "ticker",
        ["ticker"] = "ticker",
        ["airport"] = "airport",
    };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "user", "person", "customer", "patient", "employee", "author", "owner", "contact", "member", "student", "teacher", "doctor", "agent",
        "assignee", "reporter", "creator", "guest", "passenger", "driver", "manager", "candidate", "applicant", "recipient", "sender", "client",
        "instructor", "physician", "artist", "player", "attendee", "participant", "subscriber", "tenant", "buyer", "seller", "staff", "lead",
        "display", "full", "practitioner", "requester", "nurse", "therapist", "trainer", "coach", "resident", "donor", "volunteer", "beneficiary", "holder",
            "cardholder", "leader", "supervisor", "advisor", "borrower",
        "caller", "speaker", "composer", "actor", "director", "lawyer", "attorney", "chef", "waiter", "pilot", "parent", "spouse", "landlord", "technician",
            "researcher", "editor", "translator", "organizer", "reviewer", "approver",
        "assignor", "cleaner", "friend", "colleague", "singer", "writer", "photographer",
    };

    private static readonly HashSet<string> Things = new(StringComparer.Ordinal)
    {
        "product", "item", "company", "organization", "city", "country", "file", "vendor", "airline", "hotel", "restaurant",
    };

    /// <summary>Returns the meaning of a named value, or null. <paramref name="owner"/> is the singular of its table.</summary>
    public static string? Of(string name, NodeKind kind, string? format, string? owner)
    {
        if (kind == NodeKind.String && FromFormat(format) is { } known)
        {
            return known;
        }

        var words = Words.Split(name);
        if (words.Count == 0)
        {
            return null;
        }

        var last = words[^1];
        var before = words.Count > 1 ? words[^2] : owner is null ? "" : Words.Split(owner).LastOrDefault() ?? "";
        if (kind is NodeKind.String or NodeKind.Any)
        {
            if (IsInstant(words))
            {
                return "datetime";
            }

            if (last == "date" || words[0] == "date" || last is "birthday" or "dob" or "deadline" or "birthdate")
            {
                return "date";
            }
        }

        if (last == "name")
        {
            return words.Count > 1 && words[^2] is "first" or "given" ? "first_name"
                : words.Count > 1 && words[^2] is "last" or "family" ? "last_name"
                : words.Count > 1 && words[^2] is "user" ? "username"
                : words.Count > 1 && words[^2] is "file" ? "file_name"
                : words.Count > 1 && before is "display" or "full" ? OfPerson(owner) || (before == "full" && owner is null) ? "person_name" : "name"
                : People.Contains(before) ? "person_name"
                : before is "company" or "organization" or "vendor" or "airline" ? "company"
                : before is "city" or "country" or "product" ? before
                : "name";
        }

        if (last is "id" or "ids" or "key")
        {
            return "id";
        }

        if (last == "code" && words.Count > 1)
        {
            return words[^2] switch
            {
                "country" => "country_code",
                "currency" => "currency",
                "postal" or "zip" or "post" => "postal_code",
                "language" => "language",
                "airport" => "airport",
                _ => "code"
            };
        }

        if (last == "number" && words.Count > 1 && words[^2] is "phone" or "mobile" or "fax")
        {
            return "phone";
        }

        if (last == "address" && words.Count > 1 && words[^2] is "email" or "mail" or "ip" or "mac")
        {
            return words[^2] == "ip" ? "ip_address" : words[^2] == "mac" ? "token" : "email";
        }

        if (last is "zone" && words.Count > 1 && words[^2] == "time")
        {
            return "timezone";
        }

        if (kind == NodeKind.String
            && ((People.Contains(last) && !(last == "agent" && before == "user")) || (last == "by" && words.Count > 1 && IsPast(words[^2]))))
        {
            return "person_name";
        }

        if (Things.Contains(last) && kind == NodeKind.String && last is "product" or "item" or "airline" or "hotel" or "restaurant")
        {
            return last is "product" or "item" ? "product" : "company";
        }

        if (last == "total" && kind == NodeKind.Number)
        {
            return "money";
        }

        return ByLastWord.GetValueOrDefault(last);
    }

    private static bool OfPerson(string? owner) => owner is not null && Words.Split(owner).LastOrDefault() is { } last && People.Contains(last);

    /// <summary>Whether a name is the name of an instant: <c>created_at</c>, <c>updateTime</c>, <c>last_modified</c>.</summary>
    public static bool IsInstant(IReadOnlyList<string> words)
    {
        // A name may be of signs alone, such as "$".
        var last = words.Count == 0 ? "" : words[^1];
        return (words.Count > 1 && last is "at" or "on" && IsPast(words[^2]))
            || (words.Count > 1 && last is "time" or "timestamp" or "datetime" && words[^2] is not "zone")
            || last is "timestamp" or "datetime"
            || (words.Count > 1 && words[0] is "last" && IsPast(last))
            || (words.Count == 1 && last is "created" or "updated" or "modified")
            || (words.Count > 1 && last == "date" && words[^2] is "created" or "updated" or "creation" or "modified" or "modification");
    }

    private static bool IsPast(string word) => word.EndsWith("ed", StringComparison.Ordinal)
        || word is "sent" or "paid" or "seen" or "read" or "begun" or "held" or "due" or "starts" or "ends" or "start" or "end" or "expires" or "login";

    private static string? FromFormat(string? format) => format switch
    {
        "email" or "idn-email" => "email",
        "uuid" or "guid" => "uuid",
        "uri" or "url" or "uri-reference" or "iri" => "url",
        "date" => "date",
        "date-time" or "datetime" => "datetime",
        "ipv4" or "ip" => "ip_address",
        "ipv6" => "ipv6_address",
        "hostname" => "domain",
        "time" or "partial-time" => "time",
        "phone" => "phone",
        "byte" or "base64" or "binary" => "token",
        "duration" => "iso_duration",
        _ => null,
    };
}
