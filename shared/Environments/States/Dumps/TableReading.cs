using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>One table of a state, and the part of the dump in which its rows stand.</summary>
/// <param name="Keys">The primary key. Empty if the schema does not have the table.</param>
/// <param name="Form">The form in which the rows were read. Null if the member holds a plain value, which rows never replace.</param>
/// <param name="Absent">Whether the dump has no such member, or null in its place. It gets one with the first row.</param>
internal sealed record TableReading(string Table, IReadOnlyList<string> Keys, DumpForm? Form, IReadOnlyList<Place> Places, bool Absent = false)
{
    /// <summary>The rows as they were read.</summary>
    public IReadOnlyList<ObjectValue> Rows => [.. Places.Select(p => p.Row)];

    /// <summary>Returns the reading with places for rows that were not read from a dump. They get their names in the dump, which is being made.</summary>
    public TableReading Placed(Members dump, IReadOnlyList<ObjectValue> rows)
    {
        if (rows.Count == 0)
        {
            return this;
        }

        if (Form is RootForm root)
        {
            return this with { Places = [PlacedRoot(root, dump, rows[0])] };
        }

        var form = Absent ? Form! with { Member = Member(Form, dump) } : Form!;
        dump[form.Member] = form.Empty ?? Value.EmptyArray;
        IReadOnlyList<Place> places = form switch
        {
            EntryForm map => Named(map, rows),
            SingleForm => [new Place(rows[0], form.Item(rows[0]))],
            { Order: { } order } => [.. InOrder(rows, order).Select(row => new Place(row, form.Item(row)))],
            _ => [.. rows.Select(row => new Place(row, form.Item(row)))],
        };
        return this with { Form = form, Places = places, Absent = false };
    }

    /// <summary>Writes the rows of the table into a dump, each where it was.</summary>
    public void Put(Members dump, IReadOnlyList<ObjectValue> rows)
    {
        var (now, fresh) = Paired(rows);
        var rest = Form switch
        {
            EntryForm map => PutMap(map, dump, now, fresh),
            SingleForm single => PutSingle(single, dump, now, fresh),
            RootForm root => PutRoot(root, dump, now, fresh),
            { } list => PutList(list, dump, now, fresh),
            null => fresh,
        };
        if (rest.Count > 0)
        {
            dump[dump.Free(Table)] = Value.From(rest.Select(Value.From));
        }
    }

    private List<ObjectValue> PutList(DumpForm form, Members dump, ObjectValue?[] now, List<ObjectValue> fresh)
    {
        if (!Absent || fresh.Count > 0)
        {
            var kept = Places.Zip(now).Where(p => p.Second is not null).Select(p => form.Changed(p.First, p.Second!));
            dump[Member(form, dump)] = Value.From(kept.Concat(fresh.Select(form.Item)));
        }

        return [];
    }

    private List<ObjectValue> PutMap(EntryForm form, Members dump, ObjectValue?[] now, List<ObjectValue> fresh)
    {
        if (Absent && fresh.Count == 0)
        {
            return [];
        }

        var (items, named) = (Others(form, dump), new List<(ObjectValue Row, Value Item)>());
        foreach (var (place, row) in Places.Zip(now).Where(p => p.Second is not null))
        {
            var item = form.Changed(place, row!);
            if (form.IsRenamed(place, row!))
            {
                named.Add((row!, item));
            }
            else
            {
                items[place.Key!] = item;
            }
        }

        foreach (var (row, item) in named.Concat(fresh.Select(r => (Row: r, Item: form.Item(r)))))
        {
            items[items.Free(form.Name(row, Keys))] = item;
        }

        dump[Member(form, dump)] = items.ToValue();
        return [];
    }

    /// <summary>The values of a map that are no rows. They come first.</summary>
    private static Members Others(EntryForm form, Members dump)
    {
        var (others, content) = (new Members(), dump[form.Member]);
        if (form is MapForm && content.IsObject && content.AsObject.Any(m => !m.Value.IsObject))
        {
            foreach (var (name, value) in content.AsObject.Where(m => !m.Value.IsObject))
            {
                others[name] = value;
            }
        }

        return others;
    }

    private List<ObjectValue> PutSingle(SingleForm form, Members dump, ObjectValue?[] now, List<ObjectValue> fresh)
    {
        Replace(now, fresh);
        if (Places.Count > 0)
        {
            dump[form.Member] = now[0] is { } row ? form.Changed(Places[0], row) : Value.EmptyObject;
            return fresh;
        }

        if (fresh.Count > 0)
        {
            dump[Member(form, dump)] = form.Item(fresh[0]);
        }

        return [.. fresh.Skip(1)];
    }

    private List<ObjectValue> PutRoot(RootForm form, Members dump, ObjectValue?[] now, List<ObjectValue> fresh)
    {
        Replace(now, fresh);
        var place = Places.Count > 0 ? Places[0] : null;
        var before = place?.Item.AsObject ?? ObjectValue.Empty;
        var after = place is null ? (fresh.Count > 0 ? form.Item(fresh[0]).AsObject : before)
            : now[0] is { } row ? form.Changed(place, row).AsObject : ObjectValue.Empty;
        foreach (var (name, _) in before.Where(m => !after.TryGet(m.Key, out _)))
        {
            dump.Remove(name);
        }

        foreach (var (name, value) in after.Where(m => !(before.TryGet(m.Key, out var was) && was == m.Value)))
        {
            dump[before.TryGet(name, out _) ? name : dump.Free(name)] = value;
        }

        return place is null ? [.. fresh.Skip(1)] : fresh;
    }

    /// <summary>Of a single row, another row takes the place.</summary>
    private static void Replace(ObjectValue?[] now, List<ObjectValue> fresh)
    {
        if (now.Length > 0 && now[0] is null && fresh.Count > 0)
        {
            now[0] = fresh[0];
            fresh.RemoveAt(0);
        }
    }

    private static Place PlacedRoot(RootForm form, Members dump, ObjectValue row)
    {
        var own = new Members();
        foreach (var (name, value) in form.Item(row).AsObject)
        {
            if (!dump.Has(name))
            {
                own[name] = value;
            }

            dump[dump.Free(name)] = value;
        }

        return new Place(row, own.ToValue());
    }

    private List<Place> Named(EntryForm form, IReadOnlyList<ObjectValue> rows)
    {
        var (names, places) = (new Members(), new List<Place>());
        foreach (var row in rows)
        {
            var name = names.Free(form.Name(row, Keys));
            names[name] = Value.Null;
            places.Add(new Place(row, form.Item(row), name));
        }

        return places;
    }

    /// <summary>The rows in the order of the adopted dump; others follow.</summary>
    private IEnumerable<ObjectValue> InOrder(IReadOnlyList<ObjectValue> rows, IReadOnlyList<Value> order)
    {
        var ranks = new Dictionary<Value, int>();
        foreach (var key in order)
        {
            ranks.TryAdd(key, ranks.Count);
        }

        return rows.OrderBy(row => ranks.GetValueOrDefault(row[Keys[0]], ranks.Count));
    }

    /// <summary>The member that is written. A table that the dump does not have takes the place of nothing.</summary>
    private string Member(DumpForm form, Members dump) => !Absent || dump[form.Member].IsNull ? form.Member : dump.Free(form.Member);

    /// <summary>
    /// Returns the row of each place, null where it is gone, and the rows that have no place yet. Of rows with one key, each keeps its own place as long as
    /// it does not change.
    /// </summary>
    private (ObjectValue?[] Now, List<ObjectValue> Fresh) Paired(IReadOnlyList<ObjectValue> rows)
    {
        var alike = new Dictionary<Value, List<int>>();
        for (var i = 0; i < rows.Count; i++)
        {
            var key = KeyOf(rows[i]);
            if (!alike.TryGetValue(key, out var list))
            {
                alike.Add(key, list = []);
            }

            list.Add(i);
        }

        var now = new ObjectValue?[Places.Count];
        var taken = new bool[rows.Count];
        foreach (var changed in (bool[])[false, true])
        {
            for (var i = 0; i < now.Length; i++)
            {
                var waiting = now[i] is null ? alike.GetValueOrDefault(KeyOf(Places[i].Row)) ?? [] : [];
                var at = waiting.FindIndex(r => changed || Value.From(rows[r]) == Value.From(Places[i].Row));
                if (at >= 0)
                {
                    now[i] = rows[waiting[at]];
                    taken[waiting[at]] = true;
                    waiting.RemoveAt(at);
                }
            }
        }

        return (now, [.. rows.Where((_, i) => !taken[i])]);
    }

    private Value KeyOf(ObjectValue row) => Keys.Count == 0 ? Value.From(row) : Value.From(Keys.Select(k => row[k]));
}
