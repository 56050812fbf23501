using AgentScaler.Clustering.Profiles;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Dependencies;

/// <summary>
/// Finds which result fields can feed which parameters inside a domain. An identifier feeds a parameter that names the same entity:
/// <c>list_orders.items[].id</c> feeds <c>get_order.order_id</c>. Other fields feed a parameter of the same name and semantic type. The types must agree. A
/// producer that itself requires the value it returns counts less.
/// </summary>
internal sealed class DependencyFinder
{
    private const double LeastConfidence = 0.5;

    /// <summary>Number of producers kept for one parameter.</summary>
    private const int ProducersKept = 5;

    private readonly IReadOnlyList<ToolProfile> _tools;
    private readonly Dictionary<string, List<Offer>> _identifiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Offer>> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string>[] _entities;

    private DependencyFinder(IReadOnlyList<ToolProfile> tools)
    {
        _tools = tools;
        _entities = [.. tools.Select(EntityNames.MainOf)];
        for (var i = 0; i < tools.Count; i++)
        {
            foreach (var field in tools[i].Outputs)
            {
                AddOffers(i, field);
            }
        }
    }

    /// <summary>The dependencies, ordered by consumer, parameter and falling confidence.</summary>
    public static IReadOnlyList<ToolDependency> Find(IReadOnlyList<ToolProfile> tools)
    {
        var finder = new DependencyFinder(tools);
        var found = new List<ToolDependency>();
        for (var i = 0; i < tools.Count; i++)
        {
            foreach (var parameter in tools[i].Parameters)
            {
                found.AddRange(finder.Feeding(i, parameter));
            }
        }

        return found;
    }

    private void AddOffers(int tool, FieldProfile field)
    {
        if (field.Type is "object" or "array" or "null")
        {
            return;
        }

        if (EntityNames.IsBareIdentifier(field.Name))
        {
            if (field.Owner is not null)
            {
                Add(_identifiers, field.Owner, new Offer(tool, field, 0.9, $"{field.Name} of {field.Owner}"));
            }

            var certainty = field.Owner is null ? 0.9 : 0.8;
            foreach (var entity in _entities[tool])
            {
                // The owner may be a wrapper such as items or data. Then the field belongs to the tool's own resource.
                Add(_identifiers, entity, new Offer(tool, field, certainty, $"{field.Name} of the tool's resource {entity}"));
                certainty -= 0.05;
            }
        }

        var exact = 1.0;
        foreach (var entity in EntityNames.OfIdentifier(field.Name))
        {
            Add(_identifiers, entity, new Offer(tool, field, exact, $"{field.Name} identifies {entity}"));
            exact = 0.75;
        }

        Add(_values, field.Name, new Offer(tool, field, 1, "same name"));
    }

    private static void Add(Dictionary<string, List<Offer>> offers, string key, Offer offer)
    {
        if (!offers.TryGetValue(key, out var list))
        {
            offers.Add(key, list = []);
        }

        list.Add(offer);
    }

    private IEnumerable<ToolDependency> Feeding(int consumer, FieldProfile parameter)
    {
        var best = new Dictionary<int, ToolDependency>();
        foreach (var (offer, confidence, evidence) in Candidates(consumer, parameter))
        {
            var total = confidence * offer.Certainty * Agreement(offer.Field, parameter) * (Asks(_tools[offer.Tool], parameter, offer.Field) ? 0.7 : 1);
            if (offer.Tool == consumer || total < LeastConfidence)
            {
                continue;
            }

            total = Math.Round(total, 3);
            if (!best.TryGetValue(offer.Tool, out var known) || known.Confidence < total ||
                (known.Confidence == total && Shorter(offer.Field.Path, known.Field)))
            {
                best[offer.Tool] = new ToolDependency(_tools[offer.Tool].Id, _tools[consumer].Id, offer.Field.Path, parameter.Path)
                {
                    Confidence = total,
                    Evidence = $"{evidence}; {offer.Why}; {offer.Field.Type} to {parameter.Type}",
                };
            }
        }

        return best.Values.OrderByDescending(one => one.Confidence).ThenBy(one => one.From, StringComparer.Ordinal).Take(ProducersKept);
    }

    private IEnumerable<(Offer Offer, double Confidence, string Evidence)> Candidates(int consumer, FieldProfile parameter)
    {
        if (parameter.Type is "object" or "array" or "null" || parameter.Semantic == SemanticType.Flag)
        {
            yield break;
        }

        foreach (var (entity, certainty) in EntitiesAsked(consumer, parameter))
        {
            foreach (var offer in _identifiers.GetValueOrDefault(entity, []))
            {
                var sameName = offer.Field.Name == parameter.Name;
                yield return (offer, certainty * (sameName ? 1 : 0.95), $"parameter {parameter.Name} identifies {entity}");
            }
        }

        var value = ValueConfidence(consumer, parameter);
        if (value > 0)
        {
            foreach (var offer in _values.GetValueOrDefault(parameter.Name, []))
            {
                var shared = _entities[consumer].Intersect(_entities[offer.Tool], StringComparer.Ordinal).Any();
                yield return (offer, shared ? value : value - 0.15, shared ? $"{parameter.Semantic} of the same resource" : $"{parameter.Semantic}");
            }
        }
    }

    /// <summary>The entities whose identifier the parameter may be, each with its certainty from 0 to 1.</summary>
    private IEnumerable<(string Entity, double Certainty)> EntitiesAsked(int consumer, FieldProfile parameter)
    {
        var certainty = 1.0;
        foreach (var entity in EntityNames.OfIdentifier(parameter.Name))
        {
            yield return (entity, certainty);
            certainty = 0.75;
        }

        if (EntityNames.IsBareIdentifier(parameter.Name))
        {
            var selected = EntityNames.OfPathParameter(_tools[consumer], parameter.Path) ?? parameter.Owner;
            if (selected is not null)
            {
                yield return (selected, 0.95);
                yield break;
            }

            certainty = 0.85;
            foreach (var entity in EntityNames.IsPlainIdentifier(parameter.Name) ? _entities[consumer] : [])
            {
                yield return (entity, certainty);
                certainty -= 0.1;
            }
        }
        else if (parameter.Type is "string" or "integer" && parameter.Name.Length > 2)
        {
            // A parameter "customer" of a scalar type is most likely the customer's identifier.
            yield return (parameter.Name, 0.7);
        }
    }

    /// <summary>The confidence that two fields of one name match if neither is an identifier.</summary>
    private double ValueConfidence(int consumer, FieldProfile parameter) => parameter.Semantic switch
    {
        SemanticType.Identifier => EntityNames.IsBareIdentifier(parameter.Name) ? 0 : 0.9,
        SemanticType.Email or SemanticType.Phone or SemanticType.Code => 0.8,
        SemanticType.Url => 0.65,
        // A value that a write sets freely is not fed by a read's result. A value by which a read looks up is.
        SemanticType.Text when _tools[consumer].Effect == ToolEffect.Write && !parameter.Required => 0,
        SemanticType.Text => parameter.Name.Contains('_', StringComparison.Ordinal) ? 0.65 : 0.6,
        _ => 0,
    };

    private static double Agreement(FieldProfile field, FieldProfile parameter)
    {
        if (field.Type == parameter.Type || field.Type == "any" || parameter.Type == "any" ||
            (field.Type, parameter.Type) is ("integer", "number") or ("number", "integer"))
        {
            return field.Format is not null && parameter.Format is not null && field.Format != parameter.Format && field.Type == "string" ? 0.8 : 1;
        }

        return field.Semantic == parameter.Semantic && (field.Type, parameter.Type) is ("string", "integer") or ("integer", "string") ? 0.75 : 0;
    }

    /// <summary>Whether the producer requires the very value that it would produce.</summary>
    private static bool Asks(ToolProfile producer, FieldProfile parameter, FieldProfile field) =>
        producer.Parameters.Any(own => own.Required && (own.Name == parameter.Name || own.Name == field.Name));

    private static bool Shorter(string path, string than) =>
        path.Length != than.Length ? path.Length < than.Length : string.CompareOrdinal(path, than) < 0;
}
