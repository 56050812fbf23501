
namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>
/// What things are called: lists of names by topic, found by a column's own words ("medicine", "job_title") or, for a
/// mere name or title, by the table that it stands in ("name" of a dish).
/// </summary>
public static class Topics
{
    private static readonly Dictionary<string, string[]> ByTopic = Build(
        ("book novel publication edition ebook audiobook title", Titles.Books),
        ("movie film show episode video documentary", Titles.Films),
        ("song track recording", Titles.Songs),
        ("album playlist mixtape", Titles.Albums),
        ("article post blog story news", Titles.Articles),
        ("course class lesson lecture module training workshop seminar", Titles.Courses),
        ("project initiative campaign program programme sprint milestone epic", Titles.Projects),
        ("event conference meeting meetup webinar concert appointment", Titles.Events),
        ("game tournament match", Titles.Games),
        ("ticket issue case incident problem bug task todo reminder", PlausibleLists.Titles),
        ("dish meal recipe menu food entree", Things.Dishes),
        ("ingredient allergen allergens", Things.Ingredients),
        ("product article_item merchandise listing good", PlausibleLists.Products),
        ("medicine medication drug prescription", Things.Medicines),
        ("dosage dose", Things.Dosages),
        ("disease condition_name diagnosis illness", Things.Diagnoses),
        ("device sensor appliance light thermostat", Things.Devices),
        ("scene routine automation", Things.Scenes),
        ("pet animal dog cat", Things.Pets),
        ("breed species", Things.Breeds),
        ("plant flower tree crop", Things.Plants),
        ("exercise workout", Things.Exercises),
        ("material fabric", Things.Materials),
        ("server node vm", Things.Servers),
        ("repository repo library_name", Things.Repositories),
        ("branch_name ref", Things.Branches),
        ("department division", Places.Departments),
        ("team squad crew", Places.Teams),
        ("job_title position occupation profession designation", Places.JobTitles),
        ("role", Places.Roles),
        ("specialty speciality specialization discipline", Places.Specialties),
        ("hotel resort inn hostel", Places.Hotels),
        ("restaurant cafe bar eatery", Places.Restaurants),
        ("airline", Places.Airlines),
        ("carrier courier shipper forwarder", Places.Carriers),
        ("place poi attraction landmark museum venue", Places.Landmarks),
        ("station depot stop terminal", Places.Stations),
        ("store shop warehouse outlet", Places.Shops),
        ("room", Places.Rooms),
        ("school university college", Places.Schools),
        ("bank insurer", Places.Banks),
        ("topic major", Titles.Subjects),
        ("cuisine", ["Italian", "Indian", "Mexican", "Japanese", "Lebanese", "Greek", "Thai", "French", "Ethiopian", "Korean"]),
        ("sport", ["football", "tennis", "basketball", "swimming", "cycling", "climbing", "badminton", "rowing"]),
        ("nationality", ["Portuguese", "German", "Canadian", "Kenyan", "Japanese", "French", "Indian", "Spanish", "Korean", "Norwegian"]),
        ("car_make", ["Toyota", "Volkswagen", "Renault", "Hyundai", "Volvo", "Mazda", "Skoda", "Kia"]),
        ("amenity", ["free Wi-Fi", "parking", "breakfast", "swimming pool", "gym", "air conditioning", "pet friendly", "airport shuttle"]),
        ("skill", ["SQL", "project management", "German", "negotiation", "Python", "bookkeeping", "copywriting", "public speaking"]),
        ("unit", ["kg", "piece", "litre", "box", "hour", "metre"]),
        ("weather condition forecast", ["sunny", "partly cloudy", "light rain", "overcast", "thunderstorm", "windy", "snow showers", "fog"]),
        ("plan_name subscription", ["Starter", "Basic", "Standard", "Plus", "Professional", "Business", "Enterprise", "Family"]));

    private static readonly HashSet<string> Vehicles = new(StringComparer.Ordinal) { "vehicle", "car", "truck", "van", "fleet", "rental" };

    /// <summary>The names that fit a column, or null.</summary>
    /// <param name="words">Words of the column's name.</param>
    /// <param name="owner">Singular of the table, or null.</param>
    public static IReadOnlyList<string>? Of(IReadOnlyList<string> words, string? owner)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var of = owner is null ? "" : Words.Split(owner).LastOrDefault() ?? "";
        var last = words[^1];
        if (last is "name" or "title" or "label" && !(words.Count > 1 && words[^2] == "job"))
        {
            return words.Count > 1 && ByTopic.TryGetValue(Words.Singular(words[^2]), out var told) ? told : ByTopic.GetValueOrDefault(of);
        }

        if (last == "subject")
        {
            return of is "teacher" or "tutor" or "course" or "class" or "lesson" or "student" or "exam" ? Titles.Subjects : ByTopic.GetValueOrDefault(of);
        }

        if (last == "model")
        {
            return Vehicles.Contains(of) || words.Contains("car") || words.Contains("vehicle") ? Things.CarModels : null;
        }

        return words.Count > 1 && ByTopic.TryGetValue($"{words[^2]}_{last}", out var both) ? both : ByTopic.GetValueOrDefault(Words.Singular(last));
    }

    private static Dictionary<string, string[]> Build(params (string Words, string[] Names)[] topics) => topics
        .SelectMany(t => t.Words.Split(' ').Select(w => KeyValuePair.Create(w, t.Names)))
        .ToDictionary(StringComparer.Ordinal);
}
