using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;

namespace AgentScaler.Materialization.States;

/// <summary>Makes the values of one row agree with each other.</summary>
internal static class RowHarmony
{
    public static ObjectValue Settle(TableModel table, ObjectValue row, DeterministicRandom random)
    {
        row = Places(table, row, random);
        row = People(table, row);
        row = RowDates.Settle(table, row);
        return Totals(table, row);
    }

    private static ObjectValue Places(TableModel table, ObjectValue row, DeterministicRandom random)
    {
        var place = random.Pick(PlausibleLists.Cities);
        var semantics = table.Columns.Where(c => c.Enum is null
            && c.References is null
            && c.Semantic is "city" or "country" or "latitude" or "longitude" or "country_code" or "region" or "timezone").ToList();
        if (semantics.Count < 2)
        {
            return row;
        }

        var cities = semantics.Where(c => c.Semantic == "city" && c.Type == ColumnType.String && row[c.Name].IsString).ToList();
        if (cities.Count > 1)
        {
            return Apart(row, cities, random);
        }

        foreach (var column in semantics.Where(c => Free(c) && !row[c.Name].IsNull))
        {
            Value? value = column.Semantic switch
            {
                "city" when column.Type == ColumnType.String => place.City,
                "country" when column.Type == ColumnType.String => place.Country,
                "country_code" when column.Type == ColumnType.String => place.Code,
                "region" when column.Type == ColumnType.String => place.Region,
                "timezone" when column.Type == ColumnType.String => place.Zone,
                "latitude" when column.Type == ColumnType.Number => place.Latitude,
                "longitude" when column.Type == ColumnType.Number => place.Longitude,
                _ => null,
            };
            row = value is { } given ? row.With(column.Name, given) : row;
        }

        return row;
    }

    /// <summary>A way leads from one place to another: no two of its cities are the same.</summary>
    private static ObjectValue Apart(ObjectValue row, List<ColumnModel> cities, DeterministicRandom random)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in cities)
        {
            if (taken.Add(row[column.Name].AsString))
            {
                continue;
            }

            var codes = row[column.Name].AsString.Length == 3;
            var others = PlausibleLists.Cities.Select(c => codes ? c.Airport : c.City).Where(c => !taken.Contains(c)).ToList();
            if (others.Count == 0 || (!codes && !Free(column)))
            {
                continue;
            }

            row = row.With(column.Name, random.Pick(others));
            taken.Add(row[column.Name].AsString);
        }

        return row;
    }

    private static ObjectValue People(TableModel table, ObjectValue row)
    {
        var first = Find(table, row, "first_name");
        var last = Find(table, row, "last_name");
        var full = Find(table, row, "person_name");
        if (first is not null && last is not null && full is not null)
        {
            row = row.With(full.Name, $"{row[first.Name].AsString} {row[last.Name].AsString}");
        }

        var name = first is not null && last is not null
            ? $"{row[first.Name].AsString} {row[last.Name].AsString}"
            : full is not null
            ? row[full.Name].AsString
            : null;
        // A "parent" may be a person or the path of a resource.
        if (name is not null
            && !name.Contains('/', StringComparison.Ordinal)
            && table.Columns.FirstOrDefault(c => c.Semantic == "email" && Free(c) && row[c.Name].IsString) is { } email)
        {
            row = row.With(email.Name, name.ToLowerInvariant().Replace(' ', '.') + "@example.com");
        }

        return row;
    }

    /// <summary>Quantity times unit price is the total, subtotal and tax add up to it.</summary>
    private static ObjectValue Totals(TableModel table, ObjectValue row)
    {
        var total = Number(table, row, "total", "total_amount", "total_price", "amount_total");
        if (total is null)
        {
            return row;
        }

        var (price, quantity) = (Number(table, row, "unit_price", "price"), Number(table, row, "quantity", "qty"));
        var (subtotal, tax) = (Number(table, row, "subtotal", "sub_total"), Number(table, row, "tax", "tax_amount", "total_tax"));
        var sum = price is not null && quantity is not null ? Decimal(row, price) * Decimal(row, quantity)
            : subtotal is not null && tax is not null ? Decimal(row, subtotal) + Decimal(row, tax) : 0;
        return sum == 0 || (total.Type == ColumnType.Integer && sum != Math.Floor(sum)) || total.Node?.Maximum is not null
            ? row
            : row.With(total.Name, (double)sum);
    }

    private static decimal Decimal(ObjectValue row, ColumnModel column) => (decimal)Math.Clamp(row[column.Name].AsNumber, -1e12, 1e12);

    private static ColumnModel? Number(TableModel table, ObjectValue row, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (table.Columns.FirstOrDefault(c => c.Numeric && Words.Snake(c.Name) == name && row[c.Name].IsNumber) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static ColumnModel? Find(TableModel table, ObjectValue row, string semantic) =>
        table.Columns.FirstOrDefault(c => c.Semantic == semantic && c.Type == ColumnType.String && Free(c) && row[c.Name].IsString);

    private static bool Free(ColumnModel column) => column.Enum is null
        && column.References is null
        && column.Node is not { Pattern: not null } and not { MaxLength: < 60 } and not { Minimum: not null };
}
