using System.Text.Json;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Variables of paths as every framework writes them.</summary>
public sealed class PathTemplateTests
{
    /// <summary>Written path, declared path parameters, the path as given out, its arguments with a star where required.</summary>
    [Theory]
    [InlineData("/files/{proxy+}", "proxy", "/files/{proxy}", "proxy*")]
    [InlineData("/files/{proxy+}", "proxy+", "/files/{proxy}", "proxy*")]
    [InlineData("/files/{+name}", "name", "/files/{name}", "name*")]
    [InlineData("/jobs/{id:int}", "id", "/jobs/{id}", "id*")]
    [InlineData("/jobs/{id:[0-9]{4}}", "id", "/jobs/{id}", "id*")]
    [InlineData(@"/jobs/{id:regex(^\d{3}$)}/x", "id", "/jobs/{id}/x", "id*")]
    [InlineData("/v1/{name=shelves/*/books/*}:archive", "name", "/v1/{name}:archive", "name*")]
    [InlineData("/tree/{*path}", "path", "/tree/{path}", "path*")]
    [InlineData("/tree/{**path}", "path", "/tree/{path}", "path*")]
    [InlineData("/tree/{path*}", "path", "/tree/{path}", "path*")]
    [InlineData("/pages/{page?}", "page", "/pages/{page}", "page*")]
    [InlineData("/pages/{page?}", "", "/pages/{page}", "page")]
    [InlineData("/pages/{page:int?}", "", "/pages/{page}", "page")]
    [InlineData("/search{?q,lang}", "", "/search", "q lang")]
    [InlineData("/search{?q}{&lang}", "", "/search", "q lang")]
    [InlineData("/reports/{id}.{format}", "id format", "/reports/{id}.{format}", "id* format*")]
    [InlineData("/reports/{id}.json", "", "/reports/{id}.json", "id*")]
    [InlineData("/pets{/id}", "id", "/pets/{id}", "id*")]
    [InlineData("/pets{/id}", "", "/pets/{id}", "id")]
    [InlineData("/pets/:id", "id", "/pets/{id}", "id*")]
    [InlineData("/pets/:id/toys/:toy?", "", "/pets/{id}/toys/{toy}", "id* toy")]
    [InlineData(@"/pets/:id(\d+)", "id", "/pets/{id}", "id*")]
    [InlineData("/pets/{id}/:search", "id", "/pets/{id}/:search", "id*")]
    [InlineData("/pets/{id}:cancel", "id", "/pets/{id}:cancel", "id*")]
    [InlineData("/pets/<int:id>", "id", "/pets/{id}", "id*")]
    [InlineData("/pets/<id>", "", "/pets/{id}", "id*")]
    [InlineData("/pets/<id:int>", "", "/pets/{id}", "id*")]
    [InlineData("/pets/[id]", "id", "/pets/{id}", "id*")]
    [InlineData("/docs/[...slug]", "slug", "/docs/{slug}", "slug*")]
    [InlineData("/users/{userId}", "user_id", "/users/{userId}", "userId*")]
    [InlineData("/users/{UserID}", "userid", "/users/{UserID}", "UserID*")]
    [InlineData("/odd/{x:y}", "x:y", "/odd/{x:y}", "x:y*")]
    [InlineData("/a/{item-id}/b/{item_id}", "item-id item_id", "/a/{item-id}/b/{item_id}", "item-id* item_id*")]
    [InlineData("/rest?method=echo", "", "/rest?method=echo", "")]
    public async Task Variables_have_plain_names_and_are_needed_unless_they_may_be_left_out(string path, string declared, string given, string arguments)
    {
        var parameters = declared.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new { name, @in = "path", required = true, schema = new { type = "string" } });
        var paths =
            JsonSerializer.Serialize(new Dictionary<string, object> { [path] = new { get = new { operationId = "x", parameters, responses = new { } } } });
        var tool = (await Collected.OpenApiAsync(paths)).Only;
        Assert.Equal(given, tool.Http!.Path);
        Assert.Equal(arguments, string.Join(' ', tool.ParameterNames().Select(name => tool.RequiredNames().Contains(name) ? name + "*" : name)));
    }

    [Fact]
    public async Task A_declared_variable_needs_no_repair_and_two_variables_of_one_place_are_two_tools()
    {
        var collected = await Collected.OpenApiAsync(
            """
            {"/files/{proxy+}":{"get":{"operationId":"read","parameters":[{"name":"proxy","in":"path","required":true,"schema":{"type":"string"}}]}},
             "/lockers/{id}":{"get":{"operationId":"byId","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}}]}},
             "/lockers/{label}":{"get":{"operationId":"byLabel","parameters":[{"name":"label","in":"path","required":true,"schema":{"type":"string"}}]}}}
            """);
        Assert.Equal(3, collected.Tools.Count);
        Assert.Equal(["description_derived"], collected.Summary.Repairs.Keys);
    }

    [Fact]
    public async Task A_declared_variable_that_the_path_does_not_hold_may_be_left_out_and_is_counted()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/sheds/{id}":{"get":{"operationId":"x","parameters":[{"name":"id","in":"path"},{"name":"ghost","in":"path","required":true}]}}}""");
        Assert.Equal(["id"], collected.Only.RequiredNames());
        Assert.Equal(1, collected.Repairs("path_parameter_without_place"));
    }
}
