using AgentScaler.Tools;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Irregularity 40 and the formats that list functions.</summary>
public sealed class FunctionListTests
{
    [Fact]
    public async Task A_tools_list_answer_of_an_mcp_server()
    {
        var collected = await Collected.FromAsync(("server.json", """
            {"server":{"name":"Git Hub","slug":"@acme/github","license":"MIT"},"result":{"tools":[
              {"name":"Hello Tool","description":"Say hello.","inputSchema":{"type":"object","properties":{"who":{"$ref":"#/$defs/Who"}},"required":["who"],"$defs":{"Who":{"type":"object","properties":{"name":{"type":["string","null"]}}}}},"annotations":{"readOnlyHint":true}},
              {"name":"长亭 IP 情报查询","description":"查询","inputSchema":{"type":"object"}},
              {"name":"quiet","inputSchema":{"type":"object","properties":{"a":"oops","b":[1],"c":{"type":"string"}}}}]}}
            """));
        var hello = collected.Tools.Single(tool => tool.Name == "Hello_Tool");
        Assert.Equal("@acme/github", hello.Provider);
        Assert.Equal("MIT", hello.Source.License);
        Assert.Equal("/result/tools/0", hello.Source.Locator);
        Assert.Equal((ToolEffect.Read, "annotation of the source"), (hello.Effect, hello.EffectEvidence));
        Assert.Equal("object", hello.Parameter("who").Type());
        OpenApiReferenceTests.AssertSelfContained(hello.Parameters);
        Assert.Contains(collected.Tools, tool => tool.Description == "查询" && tool.Name == "IP");
        var quiet = collected.Tools.Single(tool => tool.Name == "quiet");
        Assert.True(quiet.DescriptionDerived);
        Assert.Equal(["a", "b", "c"], quiet.ParameterNames());
    }

    [Fact]
    public async Task A_name_with_nothing_legal_in_it_is_replaced() =>
        Assert.Equal("acme_tool", (await Collected.FromAsync(
            ("s.json", """{"server":"acme","tools":[{"name":"情报","description":"Look.","inputSchema":{"type":"object"}}]}"""))).Only.Name);

    [Fact]
    public async Task A_schema_put_where_its_properties_belong_is_opened()
    {
        var collected = await Collected.FromAsync(("s.json", """
            {"server":"gems","tools":[{"name":"search","description":"Search gems.","inputSchema":{"type":"object","properties":{"type":"object","properties":{"query":{"type":"string"}},"required":["query"]}}}]}
            """));
        Assert.Equal(["query"], collected.Only.ParameterNames());
        Assert.Equal(["query"], collected.Only.RequiredNames());
    }

    [Fact]
    public async Task A_registry_entry_without_arguments_is_unknown_not_empty()
    {
        var collected = await Collected.FromAsync(("r.jsonl", """
            {"server":"known","tools":[{"name":"get_node","description":"Get a node.","arguments":[{"name":"nodeId","type":"string","desc":"The node."},{"name":"depth","type":"integer","desc":"How deep.","optional":true}]},{"name":"ping","description":"Ping.","arguments":[]}]}
            {"server":"unknown","tools":[{"name":"secret","description":"Nobody knows."}]}
            {"server":"none","tools":[]}
            """));
        Assert.Equal(["get_node", "ping"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        var node = collected.Tools.Single(tool => tool.Name == "get_node");
        Assert.Equal(["nodeId"], node.RequiredNames());
        Assert.Equal("The node.", node.Parameter("nodeId").GetProperty("description").GetString());
        Assert.Equal("parameters_unknown", Assert.Single(collected.Rejected).Reason);
        Assert.Equal("/1/tools/0", collected.Rejected[0].Locator);
    }

    [Fact]
    public async Task Crawled_words_of_the_page_are_no_parameters()
    {
        var collected = await Collected.FromAsync(("c.jsonl", """
            {"server":{"slug":"@a/b","license":"Not specified"},"tools":[{"name":"list_tables","description":"Deploy Server B Try in Playground list_tables","parameters":[{"name":"schemas","required":false,"type":"string"},{"name":"Add","required":false,"type":"string"},{"name":"list_tables","required":false,"type":"string"}]}]}
            {"server":{"slug":"@a/c"},"tools":[{"name":"run_sql","description":"Runs SQL.","parameters":[{"name":"run_sql","required":false,"type":"string"}]}]}
            """));
        Assert.Equal(["schemas"], collected.Only.ParameterNames());
        Assert.Equal("List tables.", collected.Only.Description);
        Assert.Null(collected.Only.Source.License);
        Assert.Equal("run_sql", Assert.Single(collected.Rejected).Name);
    }

    [Fact]
    public async Task The_richer_of_two_lists_of_one_server_is_kept()
    {
        var collected = await Collected.FromAsync(
            ("a-crawled.jsonl", """
                {"server":{"slug":"@a/b"},"tools":[{"name":"get_it","description":"Get it.","parameters":[{"name":"n","required":true,"type":"string"}]}]}
                {"server":{"slug":"@a/z"},"tools":[]}
                """),
            ("b-listed.json",
                """{"server":{"slug":"@a/b"},"result":{"tools":[{"name":"get_it","description":"Get it.","inputSchema":{"type":"object","properties":{"n":{"type":"integer"}}}}]}}"""));
        Assert.Equal("b-listed.json", collected.Only.Source.Uri);
        Assert.Equal(1, collected.Summary.Duplicates);
    }

    [Theory]
    [InlineData("""[{"type":"function","function":{"name":"f","description":"Get d.","parameters":{"type":"object","properties":{"a":{"type":"string"}}}}}]""",
        "/0/function")]
    [InlineData("""{"name":"f","description":"Get d.","parameters":{"type":"dict","properties":{"a":{"type":"float"}},"required":["a"]}}""", "")]
    [InlineData("""{"tools":[{"name":"f","description":"Get d.","input_schema":{"type":"object","properties":{"a":{"type":"string"}}}}]}""", "/tools/0")]
    [InlineData("""{"functions":[{"name":"f","description":"Get d.","parameters":{"type":"object","properties":{"a":{"type":"string"}}}}]}""", "/functions/0")]
    [InlineData(
        """{"id":"q1","question":[[{"role":"user","content":"?"}]],"function":[{"name":"f","description":"Get d.","parameters":{"type":"dict","properties":{"a":{"type":"tuple"}}}}]}""",
        "/function/0")]
    public async Task Functions_in_every_wrapping(string text, string locator)
    {
        var collected = await Collected.FromAsync(("list.json", text));
        Assert.Equal("f", collected.Only.Name);
        Assert.Equal(["a"], collected.Only.ParameterNames());
        Assert.Equal(locator, collected.Only.Source.Locator);
        Assert.Equal("openai_functions", collected.Only.Source.Format);
    }

    [Fact]
    public async Task Functions_in_yaml_and_with_a_response()
    {
        var collected = await Collected.FromAsync(("list.yaml", """
            functions:
              - name: ticket.close
                description: Close a ticket.
                parameters: {type: dict, properties: {ticket_id: {type: integer}}, required: [ticket_id]}
                response: {type: dict, properties: {status: {type: string}}}
            """));
        Assert.Equal("ticket_close", collected.Only.Name);
        Assert.Equal(ReturnsOrigin.Declared, collected.Only.ReturnsOrigin);
        Assert.Equal(ToolEffect.Write, collected.Only.Effect);
    }

    [Fact]
    public async Task Files_of_answers_hold_no_tools()
    {
        var collected = await Collected.FromAsync(("answers.jsonl", """
            {"id":"a","ground_truth":[{"f":{"x":[1]}}]}
            {"id":"b","ground_truth":["f(x=1)"]}
            """));
        Assert.Equal((1, 0, 0), (collected.Summary.Documents, collected.Summary.Operations, collected.Summary.Failures.Count()));
    }

    [Fact]
    public async Task A_key_that_an_undeclared_result_tells_has_the_type_that_the_arguments_have()
    {
        var collected = await Collected.FromAsync(("kites.json", """
            [{"name":"get_kite","description":"Get one kite.","parameters":{"type":"object","required":["kite_id"],"properties":{"kite_id":{"type":"integer"}}}},
             {"name":"create_kite","description":"Create a kite.","parameters":{"type":"object","properties":{"name":{"type":"string"}}}}]
            """));
        var returns = collected.Tools.Single(tool => tool.Name == "create_kite").Returns.GetProperty("properties");
        Assert.Equal("integer", returns.GetProperty("kite_id").Type());
        Assert.Equal("string", returns.GetProperty("name").Type());
    }

    [Fact]
    public async Task A_rapidapi_tool_of_toolbench()
    {
        var collected = await Collected.FromAsync(("t.jsonl", """
            {"category_name":"Data","tool_name":"Tube Search","api_list":[{"tool_name":"Tube Search","api_name":"Get / all","api_description":"Make a search","required_parameters":[{"name":"query","type":"STRING","description":"","default":"cats"}],"optional_parameters":[{"name":"n","type":"NUMBER"},{"name":"kind","type":"ENUM"},{"name":"day","type":"DATE (YYYY-MM-DD)"}],"method":"GET","template_response":{"results":[{"id":"str","views":"int","tags":["list of str with length 10"],"none":"NoneType","_list_length":19}],"empty":"empty list"}},{"api_name":"odd","api_description":"Odd.","required_parameters":[],"optional_parameters":[],"method":"GET","template_response":"not an object"}]}
            {"category_name":"Data","tool_name":"Other","api_list":[]}
            """));
        var search = collected.Tools.Single(tool => tool.Name == "Get_all");
        Assert.Equal("Tube Search", search.Provider);
        Assert.Equal(["query"], search.RequiredNames());
        Assert.Equal("number", search.Parameter("n").Type());
        Assert.Equal("date", search.Parameter("day").GetProperty("format").GetString());
        var item = search.Returns.GetProperty("properties").GetProperty("results").GetProperty("items").GetProperty("properties");
        Assert.Equal("integer", item.GetProperty("views").Type());
        Assert.Equal("string", item.GetProperty("tags").GetProperty("items").Type());
        Assert.False(item.TryGetProperty("_list_length", out _));
        Assert.Equal(ReturnsOrigin.Inferred, collected.Tools.Single(tool => tool.Name == "odd").ReturnsOrigin);
    }

    [Fact]
    public async Task A_seal_tool_and_a_nestful_tool_declare_what_they_return()
    {
        var collected = await Collected.FromAsync(
            ("seal.json",
                """{"api_name":"analyzeEvidence","api_description":"Analyze it","field":"Chemistry/Forensics","parameters":{"kind":{"type":"str"},"n":{"type":"int"}},"required":["kind"],"responses":{"result":{"type":"str"}}}"""),
            ("nest.json",
                """{"source":"x","tool":{"name":"Flights.Search","description":"Search flights","arguments":{"from":{"description":"City","required":true,"allowed_values":["A","B"]}},"output_parameters":{"price":{"type":"number"}}}}"""),
            ("http.json",
                """{"source":"x","tool":{"name":"SkySearch","description":"Search","method":"GET","endpoint":"/api/v2/flights","host":"sky.rapid.test","query_parameters":{"origin":{"type":"string","required":true}},"output_parameters":{"id":{"type":"string"}}}}"""));
        Assert.All(collected.Tools, tool => Assert.Equal(ReturnsOrigin.Declared, tool.ReturnsOrigin));
        var seal = collected.Tools.Single(tool => tool.Source.Format == "seal_tools");
        Assert.Equal(("forensics", "integer"), (seal.Provider, seal.Parameter("n").Type()));
        var nest = collected.Tools.Single(tool => tool.Name == "Flights_Search");
        Assert.Equal("""["A","B"]""", nest.Parameter("from").GetProperty("enum").GetRawText());
        Assert.Equal("/api/v2/flights", collected.Tools.Single(tool => tool.Name == "SkySearch").Http!.Path);
    }

    [Fact]
    public async Task A_botocore_service_with_recursive_shapes()
    {
        var collected = await Collected.FromAsync(("service-2.json", """
            {"version":"2.0","metadata":{"apiVersion":"2020-01-01","serviceId":"Tree Store","endpointPrefix":"tree"},
             "operations":{"PutTree":{"name":"PutTree","http":{"method":"POST","requestUri":"/trees/{Name}"},"input":{"shape":"PutTreeRequest"},"output":{"shape":"Node"},"errors":[{"shape":"NoSuchForest"}],"documentation":"<p>Puts a <i>tree</i>.</p>"},
                           "ListTrees":{"name":"ListTrees","http":{"method":"POST","requestUri":"/"}}},
             "shapes":{"PutTreeRequest":{"type":"structure","required":["Name"],"members":{"Name":{"shape":"Name","location":"uri","locationName":"Name"},"Root":{"shape":"Node","documentation":"The root."},"Tags":{"shape":"Tags"}}},
                       "Name":{"type":"string","min":1,"max":9,"pattern":"[a-z]+"},"Node":{"type":"structure","members":{"Children":{"shape":"Nodes"},"At":{"shape":"Time"},"Size":{"shape":"Long"}}},
                       "Nodes":{"type":"list","member":{"shape":"Node"},"max":5},"Tags":{"type":"map","key":{"shape":"Name"},"value":{"shape":"Name"}},"Time":{"type":"timestamp"},"Long":{"type":"long"},
                       "NoSuchForest":{"type":"structure","members":{},"error":{"httpStatusCode":404},"exception":true}}}
            """));
        var put = collected.Tools.Single(tool => tool.Name == "PutTree");
        Assert.Equal("amazonaws.com:tree-store", put.Provider);
        Assert.Equal("Puts a tree.", put.Description);
        Assert.Equal((ToolEffect.Write, ToolEffect.Read), (put.Effect, collected.Tools.Single(tool => tool.Name == "ListTrees").Effect));
        Assert.Equal(["Name"], put.RequiredNames());
        Assert.Equal(9, put.Parameter("Name").GetProperty("maxLength").GetInt32());
        Assert.Equal("date-time", put.Returns.GetProperty("properties").GetProperty("At").GetProperty("format").GetString());
        OpenApiReferenceTests.AssertSelfContained(put.Parameters);
        Assert.Equal("404", Assert.Single(put.Errors!).Status);
    }

    [Fact]
    public async Task A_swagger_2_document_with_bodies_forms_and_responses()
    {
        var collected = await Collected.FromAsync(("swagger.json", """
            {"swagger":"2.0","info":{"title":"Shop","version":"1"},"host":"api.shop.test","basePath":"/v1","paths":{
              "/pets":{"post":{"operationId":"addPet","parameters":[{"name":"pet","in":"body","required":true,"schema":{"$ref":"#/definitions/Pet"}}],"responses":{"201":{"description":"ok","schema":{"$ref":"#/definitions/Pet"}}}}},
              "/photos":{"post":{"operationId":"addPhoto","parameters":[{"name":"file","in":"formData","type":"file","required":true},{"name":"alt","in":"formData","type":"string"},{"name":"tags","in":"query","type":"array","items":{"type":"string"}}],"responses":{"default":{"description":"ok"}}}}},
             "definitions":{"Pet":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"age":{"type":"integer","format":"int32","x-nullable":true}}}}}
            """));
        var pet = collected.Tools.Single(tool => tool.Name == "addPet");
        Assert.Equal(("shop.test", "swagger2"), (pet.Provider, pet.Source.Format));
        Assert.Equal(["name", "age"], pet.ParameterNames());
        Assert.Equal(["name"], pet.RequiredNames());
        Assert.Equal("""["integer","null"]""", pet.Parameter("age").Type());
        var photo = collected.Tools.Single(tool => tool.Name == "addPhoto");
        Assert.Equal(["file", "alt", "tags"], photo.ParameterNames());
        Assert.Equal("binary", photo.Parameter("file").GetProperty("format").GetString());
    }
}
