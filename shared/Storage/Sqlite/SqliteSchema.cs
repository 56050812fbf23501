using System.Text;

namespace AgentScaler.Storage.Sqlite;

/// <summary>One table a collection. Its columns are the key, the body, the version, the lease, and one column for each declared index.</summary>
internal static class SqliteSchema
{
    public static string Create(CollectionDefinition collection)
    {
        var sql = new StringBuilder($"""
            CREATE TABLE IF NOT EXISTS "{collection.Name}" (
              run TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, owner TEXT, lease INTEGER NOT NULL DEFAULT 0
            """);
        foreach (var index in collection.Indexes)
        {
            sql.Append($", \"{Column(index)}\" TEXT");
        }

        // The body is the last column, so that reading a key, an index or a version does not page through it.
        sql.Append(", body TEXT NOT NULL, PRIMARY KEY (run, id));\n");
        foreach (var index in collection.Indexes)
        {
            sql.Append($"""CREATE INDEX IF NOT EXISTS "{collection.Name}_{index}" ON "{collection.Name}" (run, "{Column(index)}", id);""").Append('\n');
        }

        return sql.ToString();
    }

    public static string Column(string index) => "ix_" + index;

    public static string Insert(CollectionDefinition collection)
    {
        var columns = string.Concat(collection.Indexes.Select(index => $", \"{Column(index)}\""));
        var values = string.Concat(collection.Indexes.Select((_, i) => $", $i{i}"));
        return $"""
            INSERT INTO "{collection.Name}" (run, id, version{columns}, body) VALUES ($run, $id, 1{values}, $body)
            ON CONFLICT (run, id) DO NOTHING
            """;
    }

    public static string Update(CollectionDefinition collection)
    {
        var columns = string.Concat(collection.Indexes.Select((index, i) => $", \"{Column(index)}\" = $i{i}"));
        return $"""UPDATE "{collection.Name}" SET version = version + 1, body = $body{columns} WHERE run = $run AND id = $id AND version = $version""";
    }

    public static string Columns(CollectionDefinition collection) =>
        "run, id, version" + string.Concat(collection.Indexes.Select(index => $", \"{Column(index)}\"")) + ", body";
}
