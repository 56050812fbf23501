using AgentScaler.Tools;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Irregularities 15 to 24 and 34 to 39: names, parameters, bodies, responses and texts of operations.</summary>
public sealed class OpenApiOperationTests
{
    [Fact]
    public async Task Irregularity_15_an_operation_without_an_id_is_named_by_method_and_path()
    {
        var collected = await Collected.OpenApiAsync("""{"/v1/users/{userId}/posts":{"get":{"responses":{}}}}""");
        Assert.Equal("get_users_by_userId_posts", collected.Only.Name);
        Assert.Equal(new HttpOperation("GET", "/v1/users/{userId}/posts"), collected.Only.Http);
    }

    [Fact]
    public async Task Irregularity_16_one_operation_id_twice_gives_two_names()
    {
        var collected =
            await Collected.OpenApiAsync("""{"/a":{"get":{"operationId":"read","responses":{}}},"/b":{"get":{"operationId":"read","responses":{}}}}""");
        Assert.Equal(2, collected.Tools.Count);
        Assert.All(collected.Tools, tool => Assert.Matches("^shop_read_[0-9a-f]{6}$", tool.Name));
    }

    [Theory]
    [InlineData("meta/get-zen", "meta_get_zen")]
    [InlineData("dfareporting.reports.run", "dfareporting_reports_run")]
    [InlineData("3d-print", "_3d_print")]
    public async Task Irregularity_17_ids_that_are_no_identifiers_are_spelled_as_one(string id, string name) =>
        Assert.Equal(name, (await Collected.OpenApiAsync($$$$$$$$"""{"/a":{"get":{"operationId":"{{{{{{{{id}}}}}}}}","responses":{}}}}""")).Only.Name);

    [Fact]
    public async Task Irregularity_17_ids_over_64_characters_are_shortened_and_stay_apart()
    {
        var id = "healthcare.projects.locations.datasets.fhirStores.fhir.observationLast";
        var collected = await Collected.OpenApiAsync(
            $$$$$$$$"""{"/a":{"get":{"operationId":"{{{{{{{{id}}}}}}}}n","responses":{}}},"/b":{"get":{"operationId":"{{{{{{{{id}}}}}}}}m","responses":{}}}}""");
        Assert.Equal(2, collected.Tools.Count);
    }

    [Fact]
    public async Task Irregularity_18_and_19_parameters_keep_their_names_whatever_they_are()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"get":{"operationId":"x","parameters":[{"name":"$.xgafv","in":"query","schema":{"type":"string"}},{"name":"api-version","in":"query","schema":{"type":"string"}},{"name":"Resolução","in":"query","schema":{"type":"string"}},{"name":"URL checker 🔎","in":"query","schema":{"type":"string"}}],"responses":{}}}}""");
        Assert.Equal(["$.xgafv", "api-version", "Resolução", "URL checker 🔎"], collected.Only.ParameterNames());
    }

    [Fact]
    public async Task Irregularity_20_properties_called_like_keywords_are_properties()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["type"],"properties":{"type":{"type":"string","enum":["a"]},"items":{"type":"integer"},"properties":{"type":"object","properties":{"$ref":{"type":"string"},"enum":{"type":"boolean"}}},"$ref":{"type":"string"},"required":{"type":"boolean"}}}}}},"responses":{}}}}""");
        Assert.Equal(["type", "items", "properties", "$ref", "required"], collected.Only.ParameterNames());
        Assert.Equal(["type"], collected.Only.RequiredNames());
        Assert.Equal("string", collected.Only.Parameter("properties").GetProperty("properties").GetProperty("$ref").Type());
    }

    [Fact]
    public async Task Irregularity_21_a_name_in_path_and_body_keeps_the_body_whole()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a/{id}":{"put":{"operationId":"x","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}}}}}},"responses":{}}}}""");
        Assert.Equal(["id", "body"], collected.Only.ParameterNames());
        Assert.Equal(["id", "body"], collected.Only.RequiredNames().Order(StringComparer.Ordinal).Reverse());
        Assert.True(collected.Only.Parameter("body").GetProperty("properties").TryGetProperty("name", out _));
    }

    [Fact]
    public async Task Irregularity_21_a_name_in_path_and_query_gives_two_arguments()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a/{id}":{"get":{"operationId":"x","parameters":[{"name":"id","in":"query","schema":{"type":"integer"}},{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],"responses":{}}}}""");
        Assert.Equal(["id", "id_query"], collected.Only.ParameterNames());
        Assert.Equal("string", collected.Only.Parameter("id").Type());
    }

    [Fact]
    public async Task Irregularity_22_the_same_parameter_twice_counts_once()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"get":{"operationId":"x","parameters":[{"name":"q","in":"query","schema":{"type":"integer"}},{"name":"q","in":"query","schema":{"type":"string"}}],"responses":{}}}}""");
        Assert.Equal(["q"], collected.Only.ParameterNames());
        Assert.Equal(1, collected.Repairs("parameter_repeated"));
    }

    [Fact]
    public async Task Irregularity_23_path_parameters_are_shared_overridden_added_and_freed()
    {
        var collected = await Collected.OpenApiAsync(
            """
            {"/a/{shop}/{missing}":{"parameters":[{"name":"shop","in":"path","required":true,"schema":{"type":"string"}},{"name":"limit","in":"query","schema":{"type":"integer"}}],
              "get":{"operationId":"x","parameters":[{"name":"limit","in":"query","schema":{"type":"integer","maximum":5}},{"name":"stray","in":"path","required":true,"schema":{"type":"string"}}],"responses":{}}}}
            """);
        var tool = collected.Only;
        Assert.Equal(["limit", "missing", "shop", "stray"], tool.ParameterNames().Order(StringComparer.Ordinal));
        Assert.Equal(["missing", "shop"], tool.RequiredNames().Order(StringComparer.Ordinal));
        Assert.Equal(5, tool.Parameter("limit").GetProperty("maximum").GetInt32());
    }

    [Fact]
    public async Task Irregularity_24_parameters_without_schema_or_with_content_or_with_the_type_of_swagger_2()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"get":{"operationId":"x","parameters":[{"name":"bare","in":"query","description":"Bare."},{"name":"json","in":"query","content":{"application/json":{"schema":{"type":"object","properties":{"a":{"type":"integer"}}}}}},{"name":"old","in":"query","type":"integer"}],"responses":{}}}}""");
        Assert.Equal("string", collected.Only.Parameter("bare").Type());
        Assert.Equal("Bare.", collected.Only.Parameter("bare").GetProperty("description").GetString());
        Assert.Equal("object", collected.Only.Parameter("json").Type());
        Assert.Equal("integer", collected.Only.Parameter("old").Type());
    }

    [Fact]
    public async Task Irregularity_34_without_a_declared_response_returns_are_inferred_and_say_so()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/pets":{"get":{"operationId":"listPets"},"post":{"operationId":"createPet","requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"name":{"type":"string"}}}}}},"responses":{"400":{"description":"bad"}}}},"/pets/{petId}":{"delete":{"operationId":"deletePet","responses":{"204":{"description":"gone"}}}}}""");
        Assert.All(collected.Tools, tool => Assert.Equal(ReturnsOrigin.Inferred, tool.ReturnsOrigin));
        Assert.Equal("array", collected.Tools.Single(tool => tool.Name == "listPets").Returns.Type());
        var created = collected.Tools.Single(tool => tool.Name == "createPet").Returns.GetProperty("properties");
        Assert.True(created.TryGetProperty("pet_id", out _) && created.TryGetProperty("name", out _));
        Assert.True(collected.Tools.Single(tool => tool.Name == "deletePet").Returns.GetProperty("properties").TryGetProperty("success", out _));
    }

    [Theory]
    [InlineData("get")]
    [InlineData("delete")]
    public async Task Irregularity_35_bodies_count_on_every_method(string method)
    {
        var collected = await Collected.OpenApiAsync(
            $$$$$$$$"""{"/a":{"{{{{{{{{method}}}}}}}}":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"q":{"type":"string"}}}}}},"responses":{}}}}""");
        Assert.Equal(["q"], collected.Only.ParameterNames());
    }

    [Fact]
    public async Task Irregularity_36_of_several_media_types_json_speaks_and_forms_before_anything_else()
    {
        var collected = await Collected.OpenApiAsync(
            """
            {"/a":{"post":{"operationId":"form","requestBody":{"content":{"text/plain":{"schema":{"type":"string"}},"multipart/form-data":{"schema":{"type":"object","properties":{"file":{"type":"string","format":"binary"}}}}}},"responses":{"200":{"content":{"*/*":{"schema":{"type":"object","properties":{"ok":{"type":"boolean"}}}}}}}}},
             "/b":{"post":{"operationId":"json","requestBody":{"content":{"application/xml":{"schema":{"type":"object","properties":{"x":{}}}},"application/vnd.api+json":{"schema":{"type":"object","properties":{"j":{}}}}}},"responses":{}}},
             "/c":{"post":{"operationId":"text","requestBody":{"required":true,"content":{"text/plain":{"schema":{"type":"string"}}}},"responses":{}}},
             "/d":{"post":{"operationId":"list","requestBody":{"content":{"application/json":{"schema":{"type":"array","items":{"type":"integer"}}}}},"responses":{}}}}
            """);
        var tools = collected.Tools.ToDictionary(tool => tool.Name);
        Assert.Equal(["file"], tools["form"].ParameterNames());
        Assert.Equal(ReturnsOrigin.Declared, tools["form"].ReturnsOrigin);
        Assert.Equal(["j"], tools["json"].ParameterNames());
        Assert.Equal("string", tools["text"].Parameter("body").Type());
        Assert.Equal(["body"], tools["text"].RequiredNames());
        Assert.Equal("array", tools["list"].Parameter("body").Type());
    }

    [Fact]
    public async Task Irregularity_37_query_strings_and_custom_methods_in_paths_are_told_apart()
    {
        var collected = await Collected.OpenApiAsync(
            """
            {"/rest?method=flickr.test.echo":{"get":{"responses":{}}},"/rest?method=flickr.photos.search":{"get":{"responses":{}}},
             "/v1/{name}:cancel":{"post":{"operationId":"ops.cancel","responses":{}}},"/v1/{name}:search":{"post":{"operationId":"ops.go","responses":{}}}}
            """);
        Assert.Equal(4, collected.Tools.Count);
        Assert.Equal(ToolEffect.Write, collected.Tools.Single(tool => tool.Name == "ops_cancel").Effect);
        Assert.Equal(ToolEffect.Read, collected.Tools.Single(tool => tool.Name == "ops_go").Effect);
    }

    [Theory]
    [InlineData("", "my-shop")]
    [InlineData("""[{"url":"/api"}]""", "my-shop")]
    [InlineData("""[{"url":"https://api.eu.pets.co.uk/v2"}]""", "pets.co.uk")]
    [InlineData("""[{"url":"http://localhost:8080"}]""", "my-shop")]
    public async Task Irregularity_38_without_a_server_the_title_names_the_provider(string servers, string provider)
    {
        var rest = servers.Length > 0 ? $",\"servers\":{servers}" : "";
        var collected = await Collected.FromAsync(("a.json",
            $$$$$$$$"""{"openapi":"3.0.0","info":{"title":"My Shop","version":"1"},"paths":{"/a":{"get":{"operationId":"x","responses":{}}}}{{{{{{{{rest}}}}}}}}}"""));
        Assert.Equal(provider, collected.Only.Provider);
    }

    [Fact]
    public async Task Irregularity_39_descriptions_are_plain_bounded_and_derived_where_there_is_none()
    {
        var collected = await Collected.OpenApiAsync(
            $$$$$$$$"""
            {"/a":{"get":{"operationId":"html","description":"<p>Get <b>one</b> pet&amp;owner.</p><ul><li>fast</li></ul> <script>x</script> a < b","responses":{}}},
             "/b":{"get":{"operationId":"long","description":"{{{{{{{{string.Concat(Enumerable.Repeat("Sentence number one. ", 900))}}}}}}}}","responses":{}}},
             "/c":{"get":{"operationId":"listLatePets","responses":{}}}}
            """);
        var tools = collected.Tools.ToDictionary(tool => tool.Name);
        Assert.Equal("Get one pet&owner. fast x a < b", tools["html"].Description);
        Assert.InRange(tools["long"].Description.Length, 500, 1000);
        Assert.EndsWith("one.", tools["long"].Description, StringComparison.Ordinal);
        Assert.Equal("List late pets (Shop).", tools["listLatePets"].Description);
        Assert.True(tools["listLatePets"].DescriptionDerived);
        Assert.False(tools["html"].DescriptionDerived);
    }

    [Fact]
    public async Task Credentials_and_protocol_headers_are_no_arguments()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"get":{"operationId":"x","parameters":[{"name":"Authorization","in":"header","required":true,"schema":{"type":"string"}},{"name":"X-Shop-Key","in":"header","schema":{"type":"string"}},{"name":"session","in":"cookie","schema":{"type":"string"}},{"name":"q","in":"query","schema":{"type":"string"}}],"responses":{}}}}""",
            """ "components":{"securitySchemes":{"key":{"type":"apiKey","in":"header","name":"X-Shop-Key"}}} """);
        Assert.Equal(["q"], collected.Only.ParameterNames());
    }

    [Fact]
    public async Task Operations_that_serve_the_protocol_are_rejected_with_the_reason()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"options":{"operationId":"cors","responses":{}},"get":"oops","head":{"operationId":"probe","responses":{}}}}""");
        Assert.Equal("probe", collected.Only.Name);
        Assert.Equal(["malformed_operation", "protocol_method"], collected.Rejected.Select(item => item.Reason).Order(StringComparer.Ordinal));
        Assert.All(collected.Rejected, item => Assert.StartsWith("/paths/~1a/", item.Locator, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Examples_errors_and_licence_are_kept()
    {
        var collected = await Collected.FromAsync(("a.json", """
            {"openapi":"3.0.0","info":{"title":"T","version":"1","license":{"name":"Apache 2.0"}},"paths":{"/pets/{id}":{"put":{"operationId":"x",
              "parameters":[{"name":"id","in":"path","required":true,"example":"p1","schema":{"type":"string"}}],
              "requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}},"example":{"name":"Rex"}}}},
              "responses":{"200":{"content":{"application/json":{"schema":{"type":"object","properties":{"id":{"type":"string"}}},"example":{"id":"p1","name":"Rex"}}}},"404":{"description":"No such pet."}}}}}}
            """));
        var example = Assert.Single(collected.Only.Examples!);
        Assert.Equal("""{"id":"p1","name":"Rex"}""", example.Arguments!.Value.GetRawText());
        Assert.Equal("""{"id":"p1","name":"Rex"}""", example.Response!.Value.GetRawText());
        Assert.Equal(new DeclaredError("404", "No such pet."), Assert.Single(collected.Only.Errors!));
        Assert.Equal("Apache 2.0", collected.Only.Source.License);
    }
}
